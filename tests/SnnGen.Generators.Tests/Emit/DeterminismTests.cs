using System.Globalization;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Emit;

public class DeterminismTests
{
    private static readonly string s_expected = Generate(CultureInfo.InvariantCulture);

    [Fact]
    public void A_culture_with_other_signs_gives_the_same_text()
    {
        // Made by hand: a machine without ICU knows no culture but the invariant one.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "\u2212");
        Assert.Equal(s_expected, Generate(culture));
    }

    [Fact]
    public void Many_threads_at_once_give_the_same_text()
    {
        var texts = new string[8];
        Parallel.For(0, texts.Length, i => texts[i] = Generate(CultureInfo.InvariantCulture));
        Assert.All(texts, text => Assert.Equal(s_expected, text));
    }

    [Fact]
    public void Lines_end_with_a_line_feed_only() => Assert.DoesNotContain('\r', s_expected);

    private static string Generate(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            NetworkFile[] files =
            [
                .. Enumerable.Range(0, 8).Select(seed => new NetworkFile($"net{seed}.snn.json", RandomNetwork.Create(seed))),
                new("iIıİ.snn.json", TinyNetwork.Int8() with { Labels = new(["insecta i", "ıİ"]) }),
            ];
            return string.Join('\n', Consumer.Generate(files).GeneratedSources.Select(s => s.HintName + "\n" + s.SourceText));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
