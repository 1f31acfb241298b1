using System.ComponentModel;
using System.Diagnostics;

namespace SnnGen.Benchmarks.Compiling;

/// <summary>What a run of the compiler took.</summary>
/// <param name="Seconds">Processor time.</param>
/// <param name="Mebibytes">The largest working set.</param>
/// <param name="SourceBytes">What it compiled.</param>
/// <param name="AssemblyBytes">What it made of it.</param>
internal sealed record CompilerCost(double Seconds, double Mebibytes, long SourceBytes, long AssemblyBytes)
{
    private const int MillisecondsBetweenSamples = 20;

    /// <summary>Waits for the end of a process; sampled, as no system keeps the figures after it.</summary>
    public static (double Seconds, double Mebibytes) Of(Process process)
    {
        (double seconds, double mebibytes) = (0, 0);
        while (!process.WaitForExit(MillisecondsBetweenSamples))
        {
            try
            {
                process.Refresh();
                seconds = process.TotalProcessorTime.TotalSeconds;
                mebibytes = Math.Max(mebibytes, process.PeakWorkingSet64 / (1024.0 * 1024));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It ended between the wait and the look: what was seen stands.
            }
        }
        return (seconds, mebibytes);
    }
}
