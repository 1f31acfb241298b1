using System.Diagnostics;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Whatever happens to a file, reading it gives a graph or one clear error, soon and without using much memory.</summary>
public sealed class DamagedFileTests
{
    private const string FileName = "damaged.nir";

    private static readonly string[] s_ids = ["SNN1002", "SNN1003", "SNN1004", "SNN1005"];

    /// <summary>The files by name; "own" is one that SnnGen writes.</summary>
    public static TheoryData<string> Files => ["old", "new", "chunks", "own", "new-style", "old-style"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Truncated_anywhere(string file)
    {
        byte[] content = Content(file);
        int step = content.Length < 1 << 14 ? 64 : 997;
        for (int length = 0; length < content.Length; length += step)
            ReadOrRefuse(content[..length]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void With_any_bytes_changed(string file)
    {
        byte[] content = Content(file);
        for (int seed = 0; seed < (content.Length < 1 << 14 ? 500 : 50); seed++)
            ReadOrRefuse(Mutation.Of(content, seed));
    }

    private static byte[] Content(string file) => file switch
    {
        "own" => NirSamples.Bytes(NirSamples.Chain(new NirScale("a", NirSamples.Ramp(2)), new NirAffine("b", NirSamples.Ramp(2, 2), NirSamples.Doubles(2)))),
        "new-style" => File.ReadAllBytes(StoredFileTests.NewStyle),
        "old-style" => File.ReadAllBytes(StoredFileTests.OldStyle),
        _ => SmallFile.Read(file),
    };

    private static void ReadOrRefuse(byte[] content)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            Assert.NotEmpty(NirFileReader.Read(content, FileName).Nodes);
        }
        catch (ConversionException e)
        {
            Assert.Equal(FileName, e.Diagnostic.File);
            Assert.Contains(e.Diagnostic.Descriptor.Id, s_ids);
        }
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 30);
    }
}
