using System.ComponentModel;
using System.Diagnostics;

namespace SnnGen.Benchmarks.Accuracy;

/// <summary>The largest working set that another process was seen with; sampled, as no system keeps it after the end.</summary>
internal sealed class PeakMemory
{
    private const int MillisecondsBetweenSamples = 50;

    private readonly Thread _sampler;
    private long _bytes;

    public PeakMemory(Process process)
    {
        _sampler = new Thread(() => Sample(process)) { IsBackground = true };
        _sampler.Start();
    }

    public double Mebibytes => Interlocked.Read(ref _bytes) / (1024.0 * 1024);

    private void Sample(Process process)
    {
        try
        {
            while (!process.WaitForExit(MillisecondsBetweenSamples))
            {
                process.Refresh();
                Interlocked.Exchange(ref _bytes, Math.Max(_bytes, process.PeakWorkingSet64));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // The process ended between two samples: what was seen stands.
        }
    }
}
