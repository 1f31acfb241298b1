using SnnGen.Conversion.Chips;
using SnnGen.Fuzzing;

namespace SnnGen.HostileInput.Tests;

/// <summary>Chip profiles likewise.</summary>
public sealed class ChipAttackTests : IDisposable
{
    private static readonly string s_profile = File.ReadAllText(Path.Combine(CorpusFolder.Root, "chip", "generic-int8.json"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nesting_a_hundred_thousand_deep() => Refused(new string('[', 100_000), "cannot be read");

    [Fact]
    public void A_name_twice() => Refused(With("\"name\": \"other\""), "the member 'name' twice");

    [Theory]
    [InlineData("\"weightSign\": \"signed,nonNegative\"")]
    [InlineData("\"weightSign\": \"pairs,nonNegative\"")]
    [InlineData("\"weightSign\": \"1\"")]
    [InlineData("\"weightSign\": \" 1\"")]
    public void A_word_that_is_none(string member) => Refused(With(member), "unknown 'weightSign'");

    [Theory]
    [InlineData("\"cores\": 1e999")]
    [InlineData("\"cores\": -1")]
    [InlineData("\"cores\": 4294967297")]
    public void A_limit_that_is_no_number(string member) => Refused(With(member), "must have a 'cores'");

    [Theory]
    [InlineData("\"weightSign\": \"\\ud800\"")]
    [InlineData("\"\\ud800\": 1")]
    public void Half_of_a_surrogate_pair(string member) => Refused(With(member), "cannot be read");

    [Fact]
    public void A_file_larger_than_any_profile() => Refused(new string(' ', (1 << 20) + 1), "at most 1048576");

    [Theory]
    [InlineData("../../etc/passwd.json")]
    [InlineData("../chip")]
    [InlineData("a\0b.json")]
    [InlineData("")]
    public void A_name_that_leads_elsewhere(string name) => Hostile.Refused(() => ChipCatalog.Find(name), name, "SNN1014");

    [Fact]
    public void A_pipe_or_device_in_place_of_a_file() => Assert.All(
        SpecialFiles.At(_folder.Write("chip.json", [])), path => Hostile.Refused(() => ChipCatalog.Find(path), path, "SNN1014", "cannot be read"));

    private static string With(string member) => s_profile.Insert(s_profile.IndexOf('{') + 1, member + ",");

    private void Refused(string text, string fragment)
    {
        string path = _folder.Write("chip.json", text);
        Hostile.Refused(() => ChipCatalog.Find(path), path, "SNN1014", fragment);
    }
}
