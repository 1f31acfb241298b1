using System.Diagnostics;
using System.Globalization;

namespace SnnGen.Benchmarks.Scale;

/// <summary>
/// What a command and all processes that it starts take, looked up in /proc of Linux every few milliseconds: a build is its
/// nodes, compilers and converters.
/// </summary>
internal sealed class ProcessTree(int root)
{
    private const double TicksPerSecond = 100;

    private readonly Dictionary<int, double> _seconds = [];

    /// <summary>Processor time of all that were seen.</summary>
    public double Seconds => _seconds.Values.Sum();

    /// <summary>The largest sum of their memory, in MiB.</summary>
    public double PeakMebibytes { get; private set; }

    /// <summary>Follows <paramref name="process"/> to its end.</summary>
    public static ProcessTree Follow(Process process)
    {
        const int MillisecondsBetweenSamples = 100;
        var tree = new ProcessTree(process.Id);
        do
            tree.Sample();
        while (!process.WaitForExit(MillisecondsBetweenSamples));
        return tree;
    }

    private void Sample()
    {
        var members = new HashSet<int> { root };
        double mebibytes = 0;
        // A parent has the lower number, but for the rare case that the numbers began anew.
        foreach ((int id, int parent, double seconds, double memory) in Directory.GetDirectories("/proc").Select(Read).OfType<(int Id, int, double, double)>().OrderBy(process => process.Id))
        {
            if (id != root && !members.Contains(parent))
                continue;
            members.Add(id);
            _seconds[id] = seconds;
            mebibytes += memory;
        }
        PeakMebibytes = Math.Max(PeakMebibytes, mebibytes);
    }

    private static (int Id, int Parent, double Seconds, double Mebibytes)? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id))
            return null;
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, "stat"));
            // After the name, which may hold anything: state, parent, …, user and system time, …, resident pages.
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (id, (int)Number(1), (Number(11) + Number(12)) / TicksPerSecond, Number(21) * Environment.SystemPageSize / (1024.0 * 1024));

            double Number(int index) => double.Parse(fields[index], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // It ended.
        }
    }
}
