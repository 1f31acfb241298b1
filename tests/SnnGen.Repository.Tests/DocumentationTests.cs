using System.Text.RegularExpressions;

namespace SnnGen.Repository.Tests;

/// <summary>The pages speak of what is there.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("docs", "*.md"), "README.md", "CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        Assert.All(
            Link().Matches(Repository.Read(page)),
            match => Assert.True(File.Exists(Path.Combine(folder, match.Groups["path"].Value)), match.Value));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_headings(string page) => Assert.All(
        LinkToHeading().Matches(Repository.Read(page)),
        match =>
        {
            string target = match.Groups["path"].Value is { Length: > 0 } path ? Path.Combine(Path.GetDirectoryName(page)!, path) : page;
            Assert.Contains(match.Groups["heading"].Value, Anchors(Repository.Read(target)));
        });

    // As GitHub makes them of headings: letters and digits in lower case, blanks as hyphens; or by an element of their own.
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(match => string.Concat(match.Groups["text"].Value.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'))
        .Concat(OwnAnchor().Matches(text).Select(match => match.Groups["name"].Value));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Named_paths_exist(string page) => Assert.All(
        NamedPath().Matches(Repository.Read(page)),
        match => Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Groups["path"].Value)), match.Value));

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Named_types_exist(string page)
    {
        string sources = string.Concat(
            Repository.ProductSources.Concat(Repository.Files("src/SnnGen", "*.*")).Select(Repository.Read));
        Match[] names = [.. Name().Matches(Repository.Read(page)).Cast<Match>()];

        Assert.NotEmpty(names);
        Assert.All(names, match => Assert.Matches($@"\b{match.Groups["name"].Value}\b", sources));
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]*)#(?<heading>[^)]+)\)")]
    private static partial Regex LinkToHeading();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<a (?:id|name)=""(?<name>[^""]+)""")]
    private static partial Regex OwnAnchor();

    [GeneratedRegex(@"`(?<path>(src|generators|tests|docs|sample-app)/[\w./-]+)`")]
    private static partial Regex NamedPath();

    /// <summary>In code style, and written like a type: not NETSDK1207 or SNN1001, and no test's name.</summary>
    [GeneratedRegex(@"`(?<name>[A-Z][a-z]+[A-Z][A-Za-z]+)(\.[A-Z]\w+)?`")]
    private static partial Regex Name();
}
