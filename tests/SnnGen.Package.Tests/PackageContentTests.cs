using System.IO.Compression;
using System.Reflection.PortableExecutable;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackageFixture package)
{
    private const long LargestPackage = 10_000_000;

    [Fact]
    public void Holds_what_the_build_needs_and_no_native_library()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        string[] files = [.. archive.Entries.Select(entry => entry.FullName)];

        string[] expected =
        [
            "README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "icon.png", "build/SnnGen.props", "build/SnnGen.targets", "tasks/netstandard2.0/SnnGen.Tasks.dll",
            "analyzers/dotnet/cs/SnnGen.Generators.dll", "analyzers/dotnet/cs/SnnGen.CodeFixes.dll", "analyzers/dotnet/cs/SnnGen.Spiking.dll", "analyzers/dotnet/cs/System.Text.Json.dll",
            "analyzers/dotnet/cs/System.Memory.dll", "tools/net10.0/any/snngen.dll", "tools/net10.0/any/snngen.deps.json",
            "tools/net10.0/any/snngen.runtimeconfig.json", "tools/net10.0/any/SnnGen.Conversion.dll", "tools/net10.0/any/PureHDF.dll",
        ];
        Assert.Empty(expected.Except(files));
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) || file.Contains("runtimes/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("OrTools", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal) || file.Contains("Microsoft.Build", StringComparison.Ordinal));
        Assert.InRange(new FileInfo(package.PackagePath).Length, 1, LargestPackage);
    }

    [Fact]
    public void Every_library_of_others_is_in_the_notices()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using var reader = new StreamReader(archive.GetEntry("THIRD-PARTY-NOTICES.md")!.Open());
        string notices = reader.ReadToEnd();

        Assert.All(
            archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.Name.StartsWith("snngen", StringComparison.OrdinalIgnoreCase)),
            entry => Assert.Contains(Path.GetFileNameWithoutExtension(entry.Name), notices));
    }

    [Fact]
    public void Has_the_symbols_of_all_its_assemblies()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        ZipArchiveEntry[] ours = [.. archive.Entries.Where(entry => entry.Name.StartsWith("snngen", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))];

        Assert.True(ours.Length >= 6, $"{ours.Length} assemblies");
        Assert.All(ours, entry =>
        {
            using var content = new MemoryStream();
            using (Stream stream = entry.Open())
                stream.CopyTo(content);
            content.Position = 0;
            using var image = new PEReader(content);
            Assert.Contains(image.ReadDebugDirectory(), debug => debug.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        });
    }

    [Fact]
    public void Is_a_development_dependency_whose_own_dependencies_reach_nobody()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using var reader = new StreamReader(archive.GetEntry("SnnGen.nuspec")!.Open());
        string nuspec = reader.ReadToEnd();

        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec);
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec);
        Assert.Contains("<icon>icon.png</icon>", nuspec);
        Assert.Contains("<projectUrl>https://github.com/snngen/snngen</projectUrl>", nuspec);
        string[] dependencies = [.. nuspec.Split('\n').Where(line => line.Contains("<dependency ", StringComparison.Ordinal))];
        Assert.NotEmpty(dependencies);
        Assert.All(dependencies, line => Assert.Contains("exclude=\"all\"", line));
    }
}
