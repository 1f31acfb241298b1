using System.Text.RegularExpressions;

namespace SnnGen.Tasks.Running;

/// <summary>What to say of a converter that ended without saying why.</summary>
internal static class ConverterEnd
{
    private const int SignalBase = 128, FrameworkMissing = 150;
    private const int LinesTold = 5;
    private const string UnhandledException = "Unhandled exception", OutOfMemory = "Out of memory", NoStart = "Failed to create CoreCLR";

    private const string MemoryCure =
        "most often the memory of the machine or the container ran out; give it more, build fewer projects at once (-m:1), or take fewer calibration inputs (CalibrationCount)";

    private static readonly Regex s_canonical = new(@" : (error|warning) \w+: ");

    /// <summary>How it ended, its last words, and what to do.</summary>
    /// <param name="exitCode">Its exit code; of a process that a signal ended 128 and the signal, as .NET has it.</param>
    /// <param name="lines">What it wrote.</param>
    /// <param name="folder">Where its files are.</param>
    public static string Describe(int exitCode, IReadOnlyList<string> lines, string folder)
    {
        string words = LastWords(lines);
        string said = words.Length == 0 ? "it said nothing" : $"it said: {words}";
        return $"{How(exitCode, words)}; {said}; {Cure(exitCode, words, folder)}";
    }

    private static string How(int exitCode, string words) => (exitCode - SignalBase) switch
    {
        6 => "was aborted (signal 6, SIGABRT)",
        // The same code is the host's own, of a runtime that did not start.
        9 when !words.Contains(NoStart) => "was killed (signal 9, SIGKILL)",
        4 => "crashed (signal 4, SIGILL)",
        7 => "crashed (signal 7, SIGBUS)",
        8 => "crashed (signal 8, SIGFPE)",
        11 => "crashed (signal 11, SIGSEGV)",
        2 or 15 => "was ended by a signal from outside",
        _ => $"ended with exit code {exitCode}",
    };

    private static string Cure(int exitCode, string words, string folder)
    {
        if (exitCode == FrameworkMissing)
            return "install the .NET runtime 10 or later";
        if (exitCode == SignalBase + 9 || words.Contains(OutOfMemory))
            return MemoryCure;
        if (exitCode is SignalBase + 2 or SignalBase + 15)
            return "build again";
        return exitCode > SignalBase
            ? $"its files may be damaged: delete the folder {folder}, restore and build again"
            : "it needs the .NET runtime 10 or later";
    }

    /// <summary>The beginning of an exception, else the last lines; without stack traces and what was reported already.</summary>
    private static string LastWords(IReadOnlyList<string> lines)
    {
        string[] told = [.. lines.Where(line => !line.StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("--- ", StringComparison.Ordinal) && !s_canonical.IsMatch(line))];
        int start = Array.FindIndex(told, line => line.StartsWith(UnhandledException, StringComparison.Ordinal));
        return string.Join(" ", told.Skip(start >= 0 ? start : Math.Max(0, told.Length - LinesTold)).Take(LinesTold));
    }
}
