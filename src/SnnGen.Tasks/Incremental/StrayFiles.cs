using System.Text.RegularExpressions;

namespace SnnGen.Tasks.Incremental;

/// <summary>Temporary files, and what becomes of those whose process was killed before it could rename or delete them.</summary>
internal static class StrayFiles
{
    private const string Extension = ".tmp";

    // A file is written in a moment. Its time may also lie in the future, where a clock was put back.
    private static readonly TimeSpan s_age = TimeSpan.FromHours(1);

    private static readonly Regex s_temporary = new(@"\A(?<name>.+)\.[0-9a-f]{32}\.tmp\z", RegexOptions.Singleline);

    /// <summary>A name that no other process takes, for a file that becomes <paramref name="name"/>.</summary>
    public static string NewName(string name) => $"{name}.{Guid.NewGuid():N}{Extension}";

    /// <summary>Deletes the old ones of <paramref name="name"/>, or of any file.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="name">The file that they were to become; null for every file, in a folder that is the tool's own.</param>
    public static void Sweep(string folder, string? name = null)
    {
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*" + Extension))
        {
            bool isOurs = s_temporary.Match(file.Name) is { Success: true } match && (name is null || match.Groups["name"].Value == name);
            if (isOurs && IsOld(file))
                TryDelete(file.FullName);
        }
    }

    /// <summary>Whether whoever made the file must be done with it.</summary>
    public static bool IsOld(FileInfo file) => (DateTime.UtcNow - file.LastWriteTimeUtc).Duration() > s_age;

    /// <summary>Another process may use or delete the file at this moment; then the next sweep sees to it.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
