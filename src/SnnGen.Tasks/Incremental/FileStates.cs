using System.Security.Cryptography;

namespace SnnGen.Tasks.Incremental;

/// <summary>
/// What files hold, by their SHA-256. Times say too little: a model that is trained again has the size of the old one, and
/// checkouts, archives and clocks that are put back give files any time. Each file is read once.
/// </summary>
internal sealed class FileStates
{
    private const string Absent = "-";

    private readonly Dictionary<string, string> _lines = [];

    /// <summary>One line for the state of <paramref name="path"/>, whatever is there.</summary>
    public string Describe(string path)
    {
        if (!_lines.TryGetValue(path, out string line))
            _lines.Add(path, line = $"{Content(path)}|{path}");
        return line;
    }

    /// <summary>The path of a line.</summary>
    public static string PathOf(string line) => line.Substring(line.IndexOf('|') + 1);

    /// <summary>SHA-256 of bytes, in lower-case hexadecimal.</summary>
    public static string Hash(Stream content)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(content)).Replace("-", "").ToLowerInvariant();
    }

    private static string Content(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Hash(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever needs the file says what is wrong with it.
            return Absent;
        }
    }
}
