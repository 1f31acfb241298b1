using System.Text;

namespace SnnGen.Tasks.Incremental;

/// <summary>
/// Beside each converted file lies a record of what it and the files that it was made from hold. It begins with its own
/// checksum: a record that was cut short or edited is none.
/// </summary>
internal static class ConversionRecord
{
    private const string Extension = ".inputs";
    private const char WarningMark = '!';

    /// <summary>The record's path.</summary>
    public static string PathFor(string output) => output + Extension;

    /// <summary>Why <paramref name="results"/> must be made again, for the log; null where they are up to date.</summary>
    /// <param name="results">The converted file, then what was written beside it.</param>
    /// <param name="inputs">What they depend on.</param>
    /// <param name="states">Reads the files.</param>
    public static string? ReasonToConvert(IReadOnlyList<string> results, IReadOnlyList<string> inputs, FileStates states)
    {
        if (!File.Exists(results[0]))
            return "there is no earlier result";
        string[] recorded = [.. ReadLines(PathFor(results[0])).Where(line => line[0] != WarningMark)];
        if (recorded.Length == 0)
            return "the earlier result is the stand-in of a design-time build, or its record is missing or damaged";
        if (results.FirstOrDefault(file => !File.Exists(file)) is string missing)
            return $"'{missing}' is missing";
        string[] current = [.. results.Concat(inputs).Select(states.Describe)];
        string? changed = current.Except(recorded).FirstOrDefault();
        if (changed is not null)
            return $"'{FileStates.PathOf(changed)}' changed";
        return current.Length == recorded.Length ? null : "an input was removed";
    }

    /// <summary>The state of <paramref name="inputs"/>; take it before the conversion reads them.</summary>
    /// <param name="inputs">The files.</param>
    /// <param name="states">Reads them; what several conversions depend on is then read once.</param>
    public static IReadOnlyList<string> Snapshot(IReadOnlyList<string> inputs, FileStates states) => [.. inputs.Select(states.Describe)];

    /// <summary>
    /// What the converter warned of when it made <paramref name="output"/>, to be said again in each build: a warning
    /// holds until its cause is gone, and where warnings are errors a second build must not pass what the first did not.
    /// </summary>
    public static IReadOnlyList<string> Warnings(string output) =>
        [.. ReadLines(PathFor(output)).Where(line => line[0] == WarningMark).Select(line => line.Substring(1))];

    /// <summary>
    /// Records that <paramref name="results"/> were made from inputs in the state <paramref name="snapshot"/>, with these
    /// warnings in MSBuild's canonical form.
    /// </summary>
    /// <exception cref="IOException">It cannot be written; the next build then converts again.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(IReadOnlyList<string> results, IReadOnlyList<string> snapshot, IReadOnlyList<string> warnings)
    {
        string path = PathFor(results[0]), temporary = StrayFiles.NewName(path);
        string text = string.Join("\n", [.. results.Select(new FileStates().Describe), .. snapshot, .. warnings.Select(warning => WarningMark + warning)]) + "\n";
        try
        {
            File.WriteAllText(temporary, Checksum(text) + "\n" + text, new UTF8Encoding(false));
            File.Delete(path);
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Two inner builds may record the same result at once; both write the same, so either may win.
        }
        finally
        {
            File.Delete(temporary);
        }
        StrayFiles.Sweep(Path.GetDirectoryName(path)!, Path.GetFileName(path));
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            string[] parts = File.ReadAllText(path).Split(['\n'], 2);
            return parts.Length == 2 && parts[0] == Checksum(parts[1]) ? parts[1].Split(['\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Checksum(string text) => FileStates.Hash(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
