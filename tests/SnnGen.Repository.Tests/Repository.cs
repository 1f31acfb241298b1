namespace SnnGen.Repository.Tests;

/// <summary>The sources, as files.</summary>
internal static class Repository
{
    private static readonly string[] s_madeByBuilds = ["bin", "obj"];

    /// <summary>The folder that holds SnnGen.sln.</summary>
    public static string Root => RepositoryFolder.Root;

    /// <summary>Paths below <paramref name="folder"/>, relative to the root and with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        string start = Path.Combine(Root, folder);
        if (!Directory.Exists(start))
            return [];
        return
        [
            .. Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Intersect(s_madeByBuilds).Any())
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The C# of the product.</summary>
    public static IReadOnlyList<string> ProductSources => [.. Files("src", "*.cs"), .. Files("generators", "*.cs")];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));
}
