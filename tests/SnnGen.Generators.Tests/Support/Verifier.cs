using System.Runtime.CompilerServices;

namespace SnnGen.Generators.Tests.Support;

/// <summary>
/// Holds text against <c>_snapshots/Class.Method.verified.cs</c>. A mismatch leaves a <c>.received.cs</c> beside it;
/// to accept it, rename it.
/// </summary>
internal static class Verifier
{
    private static readonly string s_folder =
        Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Generators.Tests", "_snapshots");

    public static async Task Verify(
        string text, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        string name = Path.Combine(s_folder, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        string verified = name + ".verified.cs", received = name + ".received.cs";
        string expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }
        await File.WriteAllTextAsync(received, text);
        Assert.Fail($"{received} differs from {verified} at line {FirstDifference(expected, text)}");
    }

    private static int FirstDifference(string expected, string actual)
    {
        int equal = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return 1 + actual.Take(equal).Count(c => c == '\n');
    }
}
