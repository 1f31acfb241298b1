using System.Text.RegularExpressions;
using System.Xml.Linq;
using SnnGen.Tasks;
using SnnGen.Tasks.Metadata;
using SnnGen.Tasks.Models;

namespace SnnGen.Repository.Tests;

/// <summary>What an SnnModel can say is one table; the page and the build files hold to it.</summary>
public sealed partial class MetadataTests
{
    private const string Page = "docs/metadata.md", Switch = "SNNGEN_WRITE_DOCS";

    [Fact]
    public void The_page_has_the_table_of_the_code()
    {
        string expected = string.Concat(SnnModelMetadata.All.Select(
            d => $"| `{d.Name}` | {d.DefaultInWords} | {d.Rule.Allowed} | {d.Description} |\n"));

        string page = Repository.Read(Page), rows = string.Concat(Row().Matches(page).Select(match => match.Value));
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Page), page.Replace(rows, expected));
        else
            Assert.True(expected == rows, $"{Page} is not what the table says; run this test with the environment variable {Switch}=1 and commit the page");
    }

    [Fact]
    public void Stated_defaults_are_the_ones_that_hold()
    {
        foreach (MetadataDefinition definition in SnnModelMetadata.All.Where(d => d.Default is not null))
        {
            Assert.Equal($"`{definition.Default}`", definition.DefaultInWords);
            Assert.NotNull(definition.Rule.Normalise(definition.Default!));
        }
    }

    [Fact]
    public void The_generator_is_told_what_the_task_writes_and_it_reads()
    {
        string[] visible =
        [
            .. XDocument.Parse(Repository.Read("src/SnnGen/build/SnnGen.props")).Descendants("CompilerVisibleItemMetadata")
                .Select(element => element.Attribute("MetadataName")!.Value).Order(StringComparer.Ordinal),
        ];
        var item = new NetworkItem("o", "m", "C", "N", "public", "Modern", ["a", "b"], ["i"], default, "");
        string[] written = [.. item.ToTaskItem().MetadataNames.Cast<string>()];
        string[] read =
        [
            .. Repository.Files("generators", "*.cs").SelectMany(file => MetadataName().Matches(Repository.Read(file)))
                .Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.Empty(visible.Except(written));
        Assert.Equal(read, visible);
    }

    [Fact]
    public void The_targets_use_only_parameters_that_the_tasks_have()
    {
        XDocument targets = XDocument.Parse(Repository.Read("src/SnnGen/build/SnnGen.targets"));
        foreach (Type task in new[] { typeof(ResolveSnnModels), typeof(ConvertSnnModel) })
        {
            XElement[] calls = [.. targets.Descendants(task.Name)];
            Assert.NotEmpty(calls);
            IEnumerable<string> used = calls.Attributes().Select(attribute => attribute.Name.LocalName).Where(name => name != "Condition");
            Assert.Empty(used.Except(task.GetProperties().Select(property => property.Name)));
        }
    }

    [GeneratedRegex(@"^\| `(?!SnnGen)[A-Z].*\n", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"Metadata\(\w+, ""(?<name>Snn[A-Z][A-Za-z]+)""")]
    private static partial Regex MetadataName();
}
