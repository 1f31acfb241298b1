using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SnnGen.Repository.Tests;

/// <summary>What others' code is in the product, the tests and the builds of both: pinned, locked, listed with its licence.</summary>
public sealed partial class DependencyTests
{
    private const string Page = "docs/dependencies.md", Switch = "SNNGEN_WRITE_DOCS";

    /// <summary>Licences that permit what SnnGen does with the code under them.</summary>
    private static readonly string[] s_permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "Unlicense OR MIT"];

    [Fact]
    public void Versions_are_exact()
    {
        XElement[] versions = [.. XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")];

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(@"^\d+(\.\d+){2,3}$", version.Attribute("Version")!.Value));
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        string[] exempt = ["sample-app/SampleApp.csproj", "src/SnnGen.Templates/snngen/SnnApp.csproj"];
        string[] projects = [.. Projects().Except(exempt)];

        Assert.True(projects.Length > 15, $"{projects.Length} projects");
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Repository.Root, LockFile(project))), $"{LockFile(project)} is absent"));
    }

    [Fact]
    public void A_version_has_the_same_content_everywhere()
    {
        var packages = LockFiles("").SelectMany(LockedPackage.Read).ToLookup(package => (package.Name, package.Version), package => package.Hash);

        Assert.All(packages, package => Assert.Single(package.Distinct()));
    }

    [Fact]
    public void The_page_has_every_package_and_its_licence()
    {
        HashSet<LockedPackage> product = [.. LockFiles("src").Concat(LockFiles("generators")).SelectMany(LockedPackage.Read)];
        IEnumerable<LockedPackage> others = LockFiles("tests").SelectMany(LockedPackage.Read).Except(product);
        string expected = $"{Rows(product)}\n{Rows(others)}";

        string page = Repository.Read(Page), rows = string.Join('\n', Table().Matches(page).Select(match => match.Value));
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            var tables = new Queue<string>(expected.Split("\n\n"));
            File.WriteAllText(Path.Combine(Repository.Root, Page), Table().Replace(page, _ => tables.Dequeue().TrimEnd('\n') + "\n"));
        }
        else
            Assert.True(expected == rows, $"{Page} does not list what is restored; run this test with the environment variable {Switch}=1 and commit the page");
    }

    [Fact]
    public void The_product_uses_permissive_licences_only()
    {
        // Comes with the reference assemblies of .NET Standard; no file of it is used.
        const string Empty = "Microsoft.NETCore.Platforms";
        IEnumerable<LockedPackage> product = LockFiles("src").Concat(LockFiles("generators")).SelectMany(LockedPackage.Read).Where(package => package.Name != Empty);

        Assert.All(product, package => Assert.Contains(package.Licence, s_permissive));
    }

    private static string Rows(IEnumerable<LockedPackage> packages) => packages
        .OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal).DistinctBy(package => (package.Name, package.Version))
        .Aggregate(new StringBuilder(), (rows, package) => rows.Append($"| {package.Name} | {package.Version} | {package.Licence} |\n")).ToString();

    private static IEnumerable<string> Projects() => new[] { "generators", "sample-app", "src", "tests" }.SelectMany(folder => Repository.Files(folder, "*.csproj"));

    private static IEnumerable<string> LockFiles(string folder) =>
        Projects().Where(project => project.StartsWith(folder, StringComparison.Ordinal)).Select(LockFile).Where(file => File.Exists(Path.Combine(Repository.Root, file)));

    private static string LockFile(string project) => $"{project[..project.LastIndexOf('/')]}/packages.lock.json";

    [GeneratedRegex(@"(^\| \S+ \| \d.*\n)+", RegexOptions.Multiline)]
    private static partial Regex Table();
}
