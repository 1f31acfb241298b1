using System.Diagnostics;

namespace SnnGen.Benchmarks.Speed.Measurement;

/// <summary>
/// Times contenders in turn, a block of images each, on this thread: what disturbs the machine disturbs all of them, and
/// only ratios within one run count.
/// </summary>
internal static class RoundRobin
{
    private const int LeastRounds = 5, MillisecondsToWarmUp = 300;

    /// <summary>Runs rounds until the time is over.</summary>
    /// <param name="contenders">Of one network.</param>
    /// <param name="images">Images in all, a whole number of blocks.</param>
    /// <param name="block">Images of a block: few enough to be over before the system turns to another process.</param>
    /// <param name="seconds">For all contenders together, without the time to warm up.</param>
    public static Timing[] Measure(IReadOnlyList<Contender> contenders, int images, int block, double seconds)
    {
        int[][] classes = [.. contenders.Select(_ => new int[images])];
        double[] bytes = [.. contenders.Select((contender, k) => WarmUp(contender, classes[k]))];
        List<double>[] rounds = [.. contenders.Select(_ => new List<double>())];
        long end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        while (rounds[0].Count < LeastRounds * images / block || Stopwatch.GetTimestamp() < end)
        {
            for (int first = 0; first < images; first += block)
            {
                for (int k = 0; k < classes.Length; k++)
                    rounds[k].Add(Time(contenders[k], first, classes[k].AsSpan(first, block)));
            }
        }
        return [.. contenders.Select((contender, k) => new Timing(
            contender, [.. rounds[k]], images / block, bytes[k], SynapticOperations(contender, images), classes[k]))];
    }

    private static double Time(Contender contender, int first, Span<int> classes)
    {
        long start = Stopwatch.GetTimestamp();
        contender.Classify(first, classes);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / classes.Length;
    }

    /// <summary>Until the runtime has optimised what runs; then the bytes allocated an image.</summary>
    private static double WarmUp(Contender contender, int[] classes)
    {
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < MillisecondsToWarmUp)
            contender.Classify(0, classes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        contender.Classify(0, classes);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)classes.Length;
    }

    private static double? SynapticOperations(Contender contender, int images) => contender.SynapticOperations(0) is null
        ? null
        : Enumerable.Range(0, images).Average(image => contender.SynapticOperations(image)!.Value);
}
