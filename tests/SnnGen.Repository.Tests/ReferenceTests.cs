using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SnnGen.Repository.Tests;

/// <summary>Generators → Spiking ← Conversion ← Tool; Tasks stand alone; each heavy library is named in one place.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["SnnGen.Spiking"] = [],
        ["SnnGen.Conversion"] = ["SnnGen.Spiking"],
        ["SnnGen.Tool"] = ["SnnGen.Conversion", "SnnGen.Spiking"],
        ["SnnGen.Tasks"] = [],
        ["SnnGen.Generators"] = ["SnnGen.Spiking"],
        // The package puts the others' results together.
        ["SnnGen"] = ["SnnGen.Generators", "SnnGen.Spiking", "SnnGen.Tasks", "SnnGen.Tool"],
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

    private static Regex UsingDirective(string library) =>
        new($@"^\s*(global )?using (static )?([\w]+ = )?{Regex.Escape(library)}\b", RegexOptions.Multiline);
}
