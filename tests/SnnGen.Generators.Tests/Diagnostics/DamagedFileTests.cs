using Microsoft.CodeAnalysis;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Generators.Tests.Diagnostics;

/// <summary>The generator lives in the compiler and the editor: no file may bring it down.</summary>
public class DamagedFileTests
{
    private static readonly string[] s_pieces = ["", "-1", "1e999", "null", "[]", "{}", "\"", "2147483648", "0", "NaN", ",", "\0", "\ud800"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_is_compiled_or_refused(int seed)
    {
        var random = new Random(seed);
        string whole = NetworkFileWriter.Write(seed % 2 == 0 ? TinyNetwork.Int8() : TinyNetwork.Float32());
        NetworkFile[] files = [.. Enumerable.Range(0, 250).Select(i => new NetworkFile($"net{i}.snn.json", Damage(whole, random)))];
        GeneratorRunResult result = Consumer.Generate(files);

        Assert.Null(result.Exception);
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith("SNN20", diagnostic.Id, StringComparison.Ordinal));
        int refused = result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        int compiled = result.GeneratedSources.Count(source => source.HintName.EndsWith(".Tables.g.cs", StringComparison.Ordinal) && source.HintName.StartsWith("App.", StringComparison.Ordinal));
        int standIns = result.GeneratedSources.Count(source => source.HintName.StartsWith("App.", StringComparison.Ordinal)) - 2 * compiled;
        Assert.Equal(files.Length, refused + compiled + standIns);
        Assert.InRange(refused, files.Length / 2, files.Length);
    }

    private static string Damage(string text, Random random)
    {
        int start = random.Next(text.Length), length = random.Next(Math.Min(12, text.Length - start));
        return random.Next(4) switch
        {
            0 => text[..start],
            1 => text.Remove(start, length),
            2 => text.Remove(start, length).Insert(start, s_pieces[random.Next(s_pieces.Length)]),
            _ => text.Insert(start, text.Substring(start, length)),
        };
    }
}
