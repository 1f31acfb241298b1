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
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using var reader = new StreamReader(archive.GetEntry("tools/net10.0/any/snngen.deps.json")!.Open());
        string[] ofTheSolver = [.. Regex.Matches(reader.ReadToEnd(), @"Google\.OrTools\.runtime\.(?<rid>[a-z0-9-]+)/").Select(match => match.Groups["rid"].Value).Distinct().Order(StringComparer.Ordinal)];
        XDocument project = XDocument.Load(Path.Combine(BuildContext.RepositoryRoot, "src", "SnnGen.Tool", "SnnGen.Tool.csproj"));

        Assert.Equal(ofTheSolver, project.Descendants("RuntimeIdentifiers").Single().Value.Split(';').Order(StringComparer.Ordinal));
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
