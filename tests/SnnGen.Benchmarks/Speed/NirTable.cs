using System.Diagnostics;
using System.Globalization;

namespace SnnGen.Benchmarks.Speed;

/// <summary>How much faster than real time networks of NIR run, one step after the other, on one core.</summary>
internal static partial class NirTable
{
    // A reading classifies so often; the median of the readings counts.
    private const int Readings = 25, Inferences = 200;

    /// <summary>A network and how to run it once, from the state before the first step to the last step.</summary>
    internal sealed record Entry(string Name, int TimeSteps, double Dt, Action<int> Run);

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter writer)
    {
        var entries = new List<Entry>();
        AddBraille(entries);
        writer.WriteLine("| network | steps | dt | time a step, median (best) | faster than real time |");
        writer.WriteLine("|---|---|---|---|---|");
        foreach (Entry entry in entries)
        {
            double[] seconds = [.. Enumerable.Range(0, Readings).Select(_ => Reading(entry)).Order()];
            double median = seconds[Readings / 2];
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {entry.Name} | {entry.TimeSteps} | {entry.Dt * 1e3} ms | {median * 1e9:F0} ns ({seconds[0] * 1e9:F0} ns) | {entry.Dt / median:F0} × |"));
        }
    }

    static partial void AddBraille(List<Entry> entries);

    private static double Reading(Entry entry)
    {
        long start = Stopwatch.GetTimestamp();
        for (int input = 0; input < Inferences; input++)
            entry.Run(input);
        return Stopwatch.GetElapsedTime(start).TotalSeconds / Inferences / entry.TimeSteps;
    }
}
