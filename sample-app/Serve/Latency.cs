using System.Diagnostics;
using SampleApp.Measurement;

namespace SampleApp.Serve;

/// <summary>How long an inference takes: the median of the runs in a short while.</summary>
internal static class Latency
{
    private const int FewestRuns = 31, MostRuns = 1001;

    private static readonly TimeSpan s_budget = TimeSpan.FromMilliseconds(2);

    /// <summary>The JIT compiler recompiles hot methods, in the background and more than once.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.6);

    /// <summary>Runs a network until its code is the final one.</summary>
    public static void WarmUp(LiveNetwork network)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
            network.Network.Run(network.Images[0]);
    }

    /// <returns>Microseconds.</returns>
    public static double Measure(Network network, ReadOnlySpan<byte> image)
    {
        var runs = new List<long>(MostRuns);
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            network.Run(image);
            runs.Add(Stopwatch.GetTimestamp() - start);
        }
        while (runs.Count < FewestRuns || (runs.Count < MostRuns && Stopwatch.GetElapsedTime(begin) < s_budget));
        runs.Sort();
        return runs[runs.Count / 2] * 1e6 / Stopwatch.Frequency;
    }
}
