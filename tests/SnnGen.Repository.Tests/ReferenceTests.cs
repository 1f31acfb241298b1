using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SnnGen.Repository.Tests;

/// <summary>CodeFixes → Generators → Spiking ← Conversion ← Tool; Tasks stand alone; each heavy library is named in one place.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["SnnGen.Spiking"] = [],
        ["SnnGen.Conversion"] = ["SnnGen.Spiking"],
        ["SnnGen.Tool"] = ["SnnGen.Conversion", "SnnGen.Spiking"],
        ["SnnGen.Tasks"] = [],
        ["SnnGen.Generators"] = ["SnnGen.Spiking"],
        ["SnnGen.CodeFixes"] = ["SnnGen.Generators"],
        // The package puts the others' results together.
        ["SnnGen"] = ["SnnGen.CodeFixes", "SnnGen.Generators", "SnnGen.Spiking", "SnnGen.Tasks", "SnnGen.Tool"],
        // What "dotnet new" makes knows only the package.
        ["SnnGen.Templates"] = [],
        ["SnnApp"] = [],
    };

    [Fact]
    public void Project_references_point_one_way_only()
    {
        string[] projects = [.. Repository.Files("src", "*.csproj"), .. Repository.Files("generators", "*.csproj")];
        Assert.Equal(s_allowed.Keys.Order(), projects.Select(Path.GetFileNameWithoutExtension).Order());

        foreach (string project in projects)
        {
            IEnumerable<string> references = XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(references.Except(s_allowed[Path.GetFileNameWithoutExtension(project)]));
        }
    }

    [Theory]
    [InlineData("Google.OrTools", "src/SnnGen.Conversion/LinearPrograms/Solving/")]
    [InlineData("PureHDF", "src/SnnGen.Conversion/Nir/Files/")]
    [InlineData("Microsoft.CodeAnalysis", "generators/")]
    [InlineData("Microsoft.Build", "src/SnnGen.Tasks/")]
    [InlineData("System.CommandLine", "src/SnnGen.Tool/")]
    [InlineData("Spectre.Console", "src/SnnGen.Tool/")]
    public void A_library_is_named_in_one_folder_only(string library, string folder)
    {
        Regex name = UsingDirective(library);
        string[] users = [.. Repository.ProductSources.Where(file => name.IsMatch(Repository.Read(file)))];

        Assert.NotEmpty(users);
        Assert.All(users, user => Assert.StartsWith(folder, user));
    }

    [Fact]
    public void Workspaces_of_an_IDE_are_named_by_the_code_fixes_only()
    {
        // The compiler has no Workspaces: an analyzer or a generator of an assembly that refers to them does not load.
        string[] projects = [.. Repository.Files("src", "*.csproj"), .. Repository.Files("generators", "*.csproj")];

        Assert.Equal(
            ["generators/SnnGen.CodeFixes/SnnGen.CodeFixes.csproj"],
            projects.Where(project => Repository.Read(project).Contains("\"Microsoft.CodeAnalysis.CSharp.Workspaces\"", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            Repository.Files("generators/SnnGen.CodeFixes", "*.cs"),
            file => Regex.IsMatch(Repository.Read(file), @"\[(Generator|DiagnosticAnalyzer)\b"));
    }

    private static Regex UsingDirective(string library) =>
        new($@"^\s*(global )?using (static )?([\w]+ = )?{Regex.Escape(library)}\b", RegexOptions.Multiline);
}
