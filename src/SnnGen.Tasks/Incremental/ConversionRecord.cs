using System.Globalization;
using System.Text;

namespace SnnGen.Tasks.Incremental;

/// <summary>
/// Beside each converted file lies a record of the files that it was made from, by length and time. Unlike a comparison
/// of times alone it also sees an input that was replaced by an older file, and a result that somebody changed.
/// </summary>
internal static class ConversionRecord
{
    private const string Extension = ".inputs";
    private const char WarningMark = '!';

    /// <summary>The record's path.</summary>
    public static string PathFor(string output) => output + Extension;

    /// <summary>Why <paramref name="output"/> must be made again, for the log; null where it is up to date.</summary>
    public static string? ReasonToConvert(string output, IReadOnlyList<string> inputs)
    {
        if (!File.Exists(output))
            return "there is no earlier result";
        string[] recorded = [.. ReadLines(PathFor(output)).Where(line => line[0] != WarningMark)];
        if (recorded.Length == 0)
            return "the earlier result is the stand-in of a design-time build, or its record is missing";
        string[] current = [Describe(output), .. inputs.Select(Describe)];
        string? changed = current.Except(recorded).FirstOrDefault();
        if (changed is not null)
            return $"'{changed.Split(['|'], 3)[2]}' changed";
        return current.Length == recorded.Length ? null : "an input was removed";
    }

    /// <summary>The state of <paramref name="inputs"/>; take it before the conversion reads them.</summary>
    public static IReadOnlyList<string> Snapshot(IReadOnlyList<string> inputs) => [.. inputs.Select(Describe)];

    /// <summary>
    /// What the converter warned of when it made <paramref name="output"/>, to be said again in each build: a warning
    /// holds until its cause is gone, and where warnings are errors a second build must not pass what the first did not.
    /// </summary>
    public static IReadOnlyList<string> Warnings(string output) =>
        [.. ReadLines(PathFor(output)).Where(line => line[0] == WarningMark).Select(line => line.Substring(1))];

    /// <summary>
    /// Records that <paramref name="output"/> was made from inputs in the state <paramref name="snapshot"/>, with these
    /// warnings in MSBuild's canonical form.
    /// </summary>
    public static void Write(string output, IReadOnlyList<string> snapshot, IReadOnlyList<string> warnings)
    {
        string path = PathFor(output);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, string.Join("\n", [Describe(output), .. snapshot, .. warnings.Select(warning => WarningMark + warning)]) + "\n", new UTF8Encoding(false));
        // Two inner builds may record the same result at once; both write the same, so either may win.
        File.Delete(path);
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllText(path).Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Describe(string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", file.Length, file.LastWriteTimeUtc.Ticks, path)
            : string.Format(CultureInfo.InvariantCulture, "-|{0}|{1}", Directory.GetLastWriteTimeUtc(path).Ticks, path);
    }
}
