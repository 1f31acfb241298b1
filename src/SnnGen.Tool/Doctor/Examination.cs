using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SnnGen.Conversion.LinearPrograms.Solving;

namespace SnnGen.Tool.Doctor;

/// <summary>Looks at everything a conversion and a build need of a machine.</summary>
internal static class Examination
{
    private const int OldestSdk = 10;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>The findings, in the order in which a build needs the things.</summary>
    /// <param name="folder">The folder that a build would write below.</param>
    public static IEnumerable<Finding> Run(string folder)
    {
        yield return new Finding("System", $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new Finding(".NET runtime", RuntimeInformation.FrameworkDescription);
        yield return Sdk();
        yield return Solver();
        yield return new Finding("Processor", string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, vectors of {VectorBits()} bits, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB of memory"));
        yield return Writable("Project folder", folder);
        yield return Writable("Temporary folder", Path.GetTempPath());
    }

    private static Finding Sdk()
    {
        const string Subject = ".NET SDK";
        string cure = $"install the .NET SDK {OldestSdk} or later and put dotnet on the PATH: the converter runs on it, whatever the app targets";
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(s_limit))
            {
                process.Kill(entireProcessTree: true);
                return new Finding(Subject, "dotnet does not answer", cure);
            }
            // A global.json may ask for an SDK that is not there.
            if (process.ExitCode != 0)
                return new Finding(Subject, "none, or none that this folder's global.json allows", cure);
            string version = output.Result.Trim();
            bool isNew = int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) && major >= OldestSdk;
            return new Finding(Subject, version, isNew ? null : cure);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new Finding(Subject, "dotnet is not on the PATH", cure);
        }
    }

    private static Finding Solver()
    {
        const string Subject = "Solver";
        try
        {
            return new Finding(Subject, "OR-Tools " + SolverLibrary.Version());
        }
        catch (Exception e) when (SolverFailure.Cause(e) is not null)
        {
            return new Finding(Subject, "its library cannot be loaded: " + SolverFailure.Cause(e), SolverFailure.Cure);
        }
    }

    private static int VectorBits() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static Finding Writable(string subject, string folder)
    {
        string file = Path.Combine(folder, $".snngen-{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(file, [0]);
            File.Delete(file);
            return new Finding(subject, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(subject, $"{folder} cannot be written: {e.Message}", "make it writable, or build elsewhere: what is converted is kept in obj/snngen");
        }
    }
}
