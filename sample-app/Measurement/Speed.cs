using System.Diagnostics;
using SampleApp.Data;

namespace SampleApp.Measurement;

/// <summary>How long one inference takes on one thread.</summary>
/// <param name="Median">Microseconds: of the rounds, each the mean over all images.</param>
/// <param name="Best">Microseconds: the fastest round, the least disturbed one.</param>
/// <param name="AllocatedBytes">Of the managed heap, per image, in the round with the fewest: the runtime itself may allocate now and then.</param>
internal sealed record Speed(double Median, double Best, double AllocatedBytes)
{
    private const int FewestRounds = 5, MostRounds = 21;

    /// <summary>The JIT compiler recompiles hot methods, in the background and more than once.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.6);

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1.5);

    public static Speed Measure(Network network, ImageSet images)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            RunAll(network, images);

        var rounds = new List<double>(MostRounds);
        long begin = Stopwatch.GetTimestamp();
        long allocated = long.MaxValue;
        do
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            rounds.Add(TimeOneRound(network, images));
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        while (rounds.Count < FewestRounds
            || (rounds.Count < MostRounds && Stopwatch.GetElapsedTime(begin) < Budget));

        rounds.Sort();
        return new Speed(
            rounds[rounds.Count / 2], rounds[0], allocated / (double)images.Count);
    }

    private static double TimeOneRound(Network network, ImageSet images)
    {
        long start = Stopwatch.GetTimestamp();
        RunAll(network, images);
        // Not as a TimeSpan, whose unit of 100 ns is too coarse for one image.
        return (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency / images.Count;
    }

    private static void RunAll(Network network, ImageSet images)
    {
        for (int i = 0; i < images.Count; i++)
            network.Run(images[i]);
    }
}
