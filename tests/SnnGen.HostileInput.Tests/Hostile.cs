using System.Text;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Fuzzing.Guarding;

namespace SnnGen.HostileInput.Tests;

/// <summary>Asserts that an attack ends soon, takes little memory, and gives one clear message.</summary>
internal static class Hostile
{
    /// <summary>Most bytes that a refusal may allocate: what a small file could ask for is a thousand times as much.</summary>
    private const long MostMemory = 1L << 30;

    /// <summary>How long an input may take before it counts as hanging.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs <paramref name="read"/>; an input that hangs fails the test and not the run.</summary>
    public static void EndsSoon(Action read)
    {
        Exception? failure = null;
        long allocated = 0;
        byte[]? hanging = new Watchdog(Patience).Await(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            failure = Record.Exception(read);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.True(hanging is null, $"it takes more than {Patience.TotalSeconds} s");
        if (failure is not null)
            throw new InvalidOperationException(failure.Message, failure);
        Assert.InRange(allocated, 0, MostMemory);
    }

    /// <summary><paramref name="read"/> refuses <paramref name="path"/> with <paramref name="id"/>, in one line with every fragment.</summary>
    public static void Refused(Action read, string path, string id, params string[] fragments) => EndsSoon(() =>
    {
        ConversionDiagnostic diagnostic = Assert.Throws<ConversionException>(read).Diagnostic;
        Assert.Equal((id, path), (diagnostic.Descriptor.Id, diagnostic.File));
        Assert.DoesNotContain('\n', diagnostic.ToString());
        Assert.All(fragments, fragment => Assert.Contains(fragment, diagnostic.Message));
    });

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
