using System.Text.RegularExpressions;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>The properties that builds know: those that projects of this repository set or read, and some more of the SDK.</summary>
internal static partial class BuildProperties
{
    private static readonly string[] s_sdk = ["CompilerGeneratedFilesOutputPath", "LinkerFlavor"];
    private static readonly string[] s_patterns = ["*.csproj", "*.props", "*.targets"];
    private static readonly string[] s_madeByBuilds = ["bin", "obj"];

    private static readonly Lazy<HashSet<string>> s_names = new(() =>
    [
        .. s_sdk,
        .. s_patterns.SelectMany(pattern => Directory.EnumerateFiles(RepositoryFolder.Root, pattern, SearchOption.AllDirectories))
            .Where(path => !Path.GetRelativePath(RepositoryFolder.Root, path).Split(Path.DirectorySeparatorChar).Intersect(s_madeByBuilds).Any())
            .SelectMany(path => Property().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["name"].Value),
    ]);

    /// <summary>Whether there is a property of this name.</summary>
    public static bool Contains(string name) => s_names.Value.Contains(name);

    [GeneratedRegex(@"(<|\$\()(?<name>\w+)")]
    private static partial Regex Property();
}
