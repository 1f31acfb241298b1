using System.Text.RegularExpressions;

namespace SnnGen.Repository.Tests;

/// <summary>Every SNN id is defined once, documented once, and is never used without being defined.</summary>
public sealed partial class DiagnosticTests
{
    private static readonly string s_page = Repository.Read("docs/diagnostics.md");

    [Fact]
    public void Every_id_is_defined_once()
    {
        string[] ids = [.. DefinedIds()];

        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void The_page_has_an_entry_for_every_id_in_order_and_no_other() =>
        Assert.Equal(DefinedIds().Order(StringComparer.Ordinal), Heading().Matches(s_page).Select(match => match.Groups["id"].Value));

    [Fact]
    public void Every_entry_says_cause_and_cure()
    {
        foreach (string entry in s_page.Split("\n## ").Skip(1).Where(entry => entry.StartsWith("SNN", StringComparison.Ordinal)))
        {
            Assert.Contains("\n**Cause.** ", entry);
            Assert.Contains("\n**Cure.** ", entry);
        }
    }

    [Fact]
    public void Every_entry_has_the_anchor_that_help_links_lead_to()
    {
        string[] links = [.. Repository.ProductSources.SelectMany(file => Link().Matches(Repository.Read(file))).Select(match => match.Groups["anchor"].Value)];

        Assert.NotEmpty(links);
        Assert.All(DefinedIds(), id => Assert.Contains($"<a id=\"{id.ToLowerInvariant()}\"></a>\n\n## {id}: ", s_page));
        Assert.All(links, anchor => Assert.Contains($"<a id=\"{anchor}\"></a>", s_page));
    }

    [Fact]
    public void Sources_name_only_ids_that_exist()
    {
        string[] defined = [.. DefinedIds()];
        foreach (string file in Repository.ProductSources)
            Assert.Empty(Id().Matches(Repository.Read(file)).Select(match => match.Value).Except(defined));
    }

    private static IEnumerable<string> DefinedIds() =>
        from file in Repository.ProductSources
        from Match match in Definition().Matches(Repository.Read(file))
        select match.Groups["id"].Value;

    /// <summary>A descriptor's id is the first argument of its constructor.</summary>
    [GeneratedRegex(@"new(?: DiagnosticDescriptor)?\(\s*""(?<id>SNN\d{4})""")]
    private static partial Regex Definition();

    [GeneratedRegex(@"HelpLink\(""(?<anchor>\w+)""\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bSNN\d{4}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"^## (?<id>SNN\d{4}): ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
