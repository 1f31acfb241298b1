using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>The command line as a .NET tool: a small package that names one for each platform.</summary>
[Collection(PackageCollection.Name)]
public sealed class ToolPackageTests(PackageFixture package)
{
    [Fact]
    public void Installs_from_a_feed_of_its_own_and_converts()
    {
        // Of the packages of the platforms only this machine's, to be quick.
        string pointer = package.Pack("SnnGen.Tool", "--no-restore", "-p:BuildProjectReferences=false", "-p:ToolPackageRuntimeIdentifiers=" + BuildContext.RuntimeIdentifier);
        AssertDescribesItself(pointer);
        var project = new ConsumerProject(package, "tool");
        TinyModel.Write(project.PathOf("tiny.onnx"));
        project.Dotnet(
            "tool", "install", "SnnGen.Tool", "--version", package.Version, "--tool-path", project.PathOf("tools"),
            "--configfile", package.OfflineConfiguration).ShouldSucceed();

        Assert.Matches(@"^\d+\.\d+\.\d+", Run(project, "--version"));
        Assert.Contains("OR-Tools", Run(project, "doctor"));
        Run(project, "convert", "tiny.onnx", "--calibration", "calibration.npy", "--output", "tiny.snn.json");
        Assert.Contains("\"timeSteps\": 8", File.ReadAllText(project.PathOf("tiny.snn.json")));
    }

    [Fact]
    public void Every_platform_of_the_solver_has_a_tool()
    {
        XDocument project = XDocument.Load(Path.Combine(BuildContext.RepositoryRoot, "src", "SnnGen.Tool", "SnnGen.Tool.csproj"));
        string[] platforms = project.Descendants("RuntimeIdentifiers").Single().Value.Split(';');

        Assert.Equal(
            Matches(@"Google\.OrTools\.runtime\.(?<name>[a-z0-9-]+)/").Order(StringComparer.Ordinal),
            platforms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("win-x64", "google-ortools-native.dll")]
    [InlineData("linux-x64", "google-ortools-native.so")]
    [InlineData("linux-arm64", "google-ortools-native.so")]
    [InlineData("osx-x64", "google-ortools-native.dylib")]
    [InlineData("osx-arm64", "google-ortools-native.dylib")]
    public void The_converter_finds_the_solver_in_the_package_folder(string platform, string library)
    {
        // By its deps.json, which gives the file in a package, and the task, which gives the folders of packages.
        Assert.Contains(library, Matches($@"""runtimes/{platform}/native/(?<name>google[^""]+)"": "));
        string version = Matches($@"Google\.OrTools\.runtime\.{platform}/(?<name>[^""]+)""").Single();
        Assert.True(File.Exists(Path.Combine(BuildContext.PackageFolder, "google.ortools.runtime." + platform, version, "runtimes", platform, "native", library)));
    }

    /// <summary>What the converter's deps.json says, in the package of the build.</summary>
    private string[] Matches(string pattern)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using var reader = new StreamReader(archive.GetEntry("tools/net10.0/any/snngen.deps.json")!.Open());
        return [.. Regex.Matches(reader.ReadToEnd(), pattern).Select(match => match.Groups["name"].Value).Distinct()];
    }

    private static void AssertDescribesItself(string pointer)
    {
        string native = pointer.Replace("SnnGen.Tool.", $"SnnGen.Tool.{BuildContext.RuntimeIdentifier}.", StringComparison.Ordinal);
        foreach (string path in (string[])[pointer, native])
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            string[] files = [.. archive.Entries.Select(entry => entry.FullName)];
            Assert.Empty(new[] { "README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "icon.png" }.Except(files));
            Assert.Equal(path == native, files.Any(file => file.Contains("google-ortools-native", StringComparison.Ordinal)));
            Assert.DoesNotContain(files, file => file.EndsWith(".pdb", StringComparison.Ordinal) || file.EndsWith("Spiking.xml", StringComparison.Ordinal));
        }
    }

    // A tool's own executable looks for .NET in its usual places and in DOTNET_ROOT.
    private static string Run(ConsumerProject project, params string[] arguments)
    {
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        using DotnetCommand tool = DotnetCommand.StartProgram(
            project.PathOf(OperatingSystem.IsWindows() ? "tools/snngen.exe" : "tools/snngen"), project.Folder, new Dictionary<string, string> { ["DOTNET_ROOT"] = root }, arguments);
        return tool.Finish().ShouldSucceed().Output;
    }
}
