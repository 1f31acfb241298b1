using SnnGen.Fuzzing;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.HostileInput.Tests;

/// <summary>Network files that are made to take all memory or time, or to mean two things.</summary>
public sealed class NetworkAttackTests
{
    private static readonly string s_dense = Text("float32"), s_map = Text("convolutional");

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "")]
    public void Nesting_a_hundred_thousand_deep(string open, string close) =>
        Refused(string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)), "it is not JSON");

    [Fact]
    public void A_name_twice()
    {
        Refused(Replaced(s_dense, "\"version\": 3,", "\"version\": 3, \"version\": 3,"), "$ has 'version' twice");
        Refused(Replaced(s_dense, "\"metadata\": {", "\"metadata\": {\"a\": \"1\", \"a\": \"2\"} , \"unknown\": {"), "$.metadata has 'a' twice");
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public void Half_of_a_surrogate_pair(string half)
    {
        Refused(Replaced(s_dense, "\"format\": \"snngen-network\"", $"\"format\": \"{half}\""), "surrogate");
        Refused(Replaced(s_dense, "\"format\"", $"\"{half}\": 1, \"format\""), "surrogate");
    }

    [Fact]
    public void Tensors_that_claim_more_than_they_have()
    {
        Refused(s_dense.Replace("\"shape\": [", "\"shape\": [ 1000000, 1000000,", StringComparison.Ordinal), "is not a shape");
        Refused(s_dense.Replace("\"data\": \"", "\"data\": \"" + new string('A', 1 << 22), StringComparison.Ordinal), "bytes of data");
        Refused(s_dense.Replace("\"data\": \"", "\"data\": \"" + new string('=', 1 << 22), StringComparison.Ordinal), "$.layers[0]");
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("-2147483648")]
    [InlineData("1000000000000")]
    [InlineData("1e999")]
    [InlineData("0")]
    public void Sizes_that_overflow(string size)
    {
        Refused(Replaced(s_dense, "\"inputs\": 2", $"\"inputs\": {size}"), "");
        Refused(Replaced(s_dense, "\"timeSteps\": ", $"\"timeSteps\": {size} , \"unknown\": "), "");
    }

    [Fact]
    public void A_window_over_more_neurons_than_there_are_numbers() => Refused(
        System.Text.RegularExpressions.Regex.Replace(s_map, "\"(input|output)\": \\[[^\\]]*\\]", "\"$1\": [32768, 32768, 32768]"), "2^31");

    [Fact]
    public void A_base64_text_of_megabytes_in_place_of_a_name() => Hostile.EndsSoon(() =>
        Assert.Equal(1 << 24, NetworkFileReader.Read(Replaced(s_dense, "\"name\": \"tiny\"", $"\"name\": \"{new string('A', 1 << 24)}\"")).Name.Length));

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(CorpusFolder.Root, "network", $"{name}.snn.json"));

    private static string Replaced(string text, string old, string replacement)
    {
        int place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"the seed has no {old}");
        return string.Concat(text.AsSpan(0, place), replacement, text.AsSpan(place + old.Length));
    }

    private static void Refused(string text, string fragment) => Hostile.EndsSoon(() =>
        Assert.Contains(fragment, Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text)).Message));
}
