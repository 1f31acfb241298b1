using System.ComponentModel;
using System.Diagnostics;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Runs Python scripts that use h5py, HDF5's reference library in Python.</summary>
internal static class H5py
{
    private static readonly string s_python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Why tests with it are skipped, or null where they run.</summary>
    public static string? SkipReason { get; } = IsThere()
        ? null
        : "Python 3 with h5py and NumPy is not installed (Debian: python3-h5py python3-numpy)";

    /// <summary>What a script of the folder Nir/Scripts prints.</summary>
    public static string Run(string script, params string[] arguments)
    {
        (int code, string output, string error) = Start(
            [Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Conversion.Tests", "Nir", "Scripts", script), .. arguments]);
        Assert.True(code == 0, error);
        return output;
    }

    private static bool IsThere()
    {
        try
        {
            return Start(["-c", "import h5py, numpy"]).Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output, string Error) Start(string[] arguments)
    {
        var start = new ProcessStartInfo(s_python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), error.Result);
    }
}
