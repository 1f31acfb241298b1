using System.Diagnostics;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Whatever happens to a file, reading it gives a graph or one clear error, soon.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private static readonly string[] s_ids = ["SNN1002", "SNN1003", "SNN1004", "SNN1005"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Truncated_anywhere(bool isOld)
    {
        byte[] content = Content(isOld);
        for (int length = 0; length < content.Length; length += 97)
            ReadOrRefuse(content[..length]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void With_any_bytes_changed(bool isOld)
    {
        byte[] content = Content(isOld);
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])content.Clone();
            for (int change = random.Next(1, 5); change > 0; change--)
                Change(damaged, random);
            ReadOrRefuse(damaged);
        }
    }

    private static byte[] Content(bool isOld) => File.ReadAllBytes(isOld ? StoredFileTests.OldStyle : StoredFileTests.NewStyle);

    /// <summary>A bit, a byte, or an address to somewhere else.</summary>
    private static void Change(byte[] content, Random random)
    {
        int at = random.Next(content.Length);
        switch (random.Next(3))
        {
            case 0:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                content[at] = (byte)random.Next(256);
                break;
            default:
                at = Math.Min(at & ~7, content.Length - sizeof(long));
                BitConverter.TryWriteBytes(content.AsSpan(at), (long)random.Next(content.Length));
                break;
        }
    }

    private void ReadOrRefuse(byte[] content)
    {
        string path = _folder.Write("damaged.nir", content);
        long start = Stopwatch.GetTimestamp();
        try
        {
            NirGraph graph = NirFileReader.Read(path);
            Assert.NotEmpty(graph.Nodes);
        }
        catch (ConversionException e)
        {
            Assert.Equal(path, e.Diagnostic.File);
            Assert.Contains(e.Diagnostic.Descriptor.Id, s_ids);
        }
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 30);
    }
}
