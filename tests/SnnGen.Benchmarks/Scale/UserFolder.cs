using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SnnGen.Benchmarks.Text;

namespace SnnGen.Benchmarks.Scale;

/// <summary>A folder with the packed package and a user's projects, whose builds leave no server and no node behind.</summary>
internal sealed class UserFolder : IDisposable
{
    private static readonly (string Name, string Value)[] s_environment =
    [
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("UseSharedCompilation", "false"),
        ("DOTNET_CLI_UI_LANGUAGE", "en"), ("DOTNET_NOLOGO", "1"),
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("snngen-projects-").FullName;

    /// <summary>Packs the package.</summary>
    public UserFolder()
    {
        Version = "0.0.1-scale." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        Run(RepositoryFolder.Root, "pack", "src/SnnGen", "-c", "Release", "-o", PathOf("feed"), "-p:PackageVersion=" + Version);
        string machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("NuGet.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PathOf("packages")}" /></config>
              <packageSources><add key="feed" value="{PathOf("feed")}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Version of the package.</summary>
    public string Version { get; }

    public string PathOf(string relative) => Path.Combine(_root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Runs dotnet and adds a row: step, conversions, seconds of wall and processor time, memory.</summary>
    /// <returns>What it printed.</returns>
    public string Measure(MarkdownTable table, string step, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        (string output, ProcessTree tree) = Run(_root, arguments);
        table.Row(
            step, Regex.Count(output, @": converting ").ToString(CultureInfo.InvariantCulture), Text(Stopwatch.GetElapsedTime(start).TotalSeconds, "0.0"),
            Text(tree.Seconds, "0.0"), Text(tree.PeakMebibytes, "0"));
        return output;
    }

    /// <summary>Runs dotnet in the folder.</summary>
    public void Run(params string[] arguments) => Run(_root, arguments);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static (string Output, ProcessTree Tree) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach ((string name, string value) in s_environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        ProcessTree tree = ProcessTree.Follow(process);
        return process.ExitCode == 0
            ? (output.Result, tree)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output.Result}");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
