using System.Text.RegularExpressions;

namespace SnnGen.Tasks.Running;

/// <summary>
/// The solver's libraries are not in SnnGen's package but in packages of their own, in exactly the version that the
/// converter was built with. They are looked up before the converter starts, because the host's own message names
/// neither the cause nor the cure.
/// </summary>
internal static class SolverPackage
{
    private const string DependencyFile = "snngen.deps.json";

    private static readonly Regex s_library = new("\"(?<id>Google\\.OrTools(\\.runtime\\.[a-z0-9-]+)?)/(?<version>[0-9][^\"/]*)\"");

    /// <summary>
    /// The packages, as <c>id/version</c>, that the converter in <paramref name="toolDirectory"/> needs and that are
    /// neither beside it nor in one of <paramref name="packageFolders"/>. Of the native ones only this machine's counts.
    /// </summary>
    public static IReadOnlyList<string> Missing(string toolDirectory, IReadOnlyList<string> packageFolders)
    {
        string dependencies = Path.Combine(toolDirectory, DependencyFile);
        if (!File.Exists(dependencies) || Directory.Exists(Path.Combine(toolDirectory, "runtimes")))
            return [];
        return
        [
            .. from Match match in s_library.Matches(File.ReadAllText(dependencies))
               let id = match.Groups["id"].Value
               let version = match.Groups["version"].Value
               where !id.Contains(".runtime.") || id.EndsWith("." + RuntimeIdentifier.Current, StringComparison.Ordinal)
               let folder = Path.Combine(id.ToLowerInvariant(), version.ToLowerInvariant())
               where !packageFolders.Any(root => Directory.Exists(Path.Combine(root, folder)))
               orderby id
               select $"{id}/{version}",
        ];
    }

    /// <summary>What to say of packages that are missing.</summary>
    public static string Describe(IReadOnlyList<string> missing)
    {
        string downloads = string.Concat(missing.Select(package => package.Split('/')).Select(
            parts => $"<PackageDownload Include=\"{parts[0]}\" Version=\"[{parts[1]}]\" />"));
        return $"the converter's solver {string.Join(", ", missing)} is not in the package folder, probably because the project uses "
            + $"another version of it; add {downloads} to an ItemGroup of the project and restore";
    }
}
