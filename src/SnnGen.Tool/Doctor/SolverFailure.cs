using System.Runtime.InteropServices;

namespace SnnGen.Tool.Doctor;

/// <summary>What to say where OR-Tools cannot be loaded: absent, damaged, or made for another system.</summary>
internal static class SolverFailure
{
    private const string Package = "Google.OrTools";

    /// <summary>What to do.</summary>
    public static string Cure { get; } =
        $"delete the folders google.ortools* from NuGet's package folder and restore the project on this system, so that NuGet brings the library of {RuntimeInformation.RuntimeIdentifier} anew; "
        + "on Windows it needs the Visual C++ runtime, on Linux glibc 2.28 or later";

    /// <summary>What is wrong with the library, in one line, or null where <paramref name="failure"/> is none of loading it.</summary>
    public static string? Cause(Exception failure) => failure switch
    {
        DllNotFoundException => Telling(failure.Message),
        EntryPointNotFoundException or BadImageFormatException => Joined(failure.Message),
        FileNotFoundException { FileName: { } name } when IsSolver(name) => Joined(failure.Message),
        FileLoadException { FileName: { } name } when IsSolver(name) => Joined(failure.Message),
        { InnerException: { } inner } => Cause(inner),
        _ => null,
    };

    // The loader lists every place where it looked; one that it found something in tells more than the others.
    private static string Telling(string message)
    {
        string[] lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => Path.IsPathRooted(line) && !line.EndsWith("No such file or directory", StringComparison.Ordinal))
            ?? lines.FirstOrDefault(Path.IsPathRooted) ?? lines.FirstOrDefault() ?? "";
    }

    private static bool IsSolver(string file) => file.StartsWith(Package, StringComparison.Ordinal);

    private static string Joined(string message) => message.ReplaceLineEndings(" ").Trim();
}
