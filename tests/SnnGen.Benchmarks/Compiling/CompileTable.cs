using System.Diagnostics;
using SnnGen.Benchmarks.Text;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Benchmarks.Compiling;

/// <summary>What weights cost the compiler: a whole network through the generator, and other ways to write constants.</summary>
internal static class CompileTable
{
    private const int Inputs = 1000, Outputs = 10, Repetitions = 3, MostOfForms = 5_000_000;

    private static readonly int[] s_weights = [100_000, 1_000_000, 5_000_000, 20_000_000];

    public static void Write(TextWriter writer)
    {
        using var compiler = new Compiler();
        CompilerCost nothing = Best(() => compiler.CompileSource("class Program { static void Main() { } }"));
        writer.WriteLine($"A program without weights: {nothing.Seconds:0.0} s of processor time, {nothing.Mebibytes:0} MiB.");
        writer.WriteLine();
        var table = new MarkdownTable(writer, "form", "weights", "source MB", "s more", "peak MiB", "assembly MB");
        foreach (int weights in s_weights)
        {
            SpikingNetwork network = NetworkOf(weights);
            Row(table, "generated class", weights, nothing, compiler.CompileNetwork(network));
            // One literal a weight would take tens of GB beyond that.
            foreach (ConstantForm form in weights <= MostOfForms ? ConstantForm.All : [])
                Row(table, form.Name, weights, nothing, compiler.CompileSource(form.Write(weights)));
        }
        writer.WriteLine();
        WriteFileTable(writer);
    }

    // Processor time: the compiler uses several cores, and others use them too.
    private static CompilerCost Best(Func<CompilerCost> run) =>
        Enumerable.Range(0, Repetitions).Select(_ => run()).MinBy(cost => cost.Seconds)!;

    private static void Row(MarkdownTable table, string form, int weights, CompilerCost nothing, CompilerCost cost) => table.Row(
        form, weights.ToString(), Mega(cost.SourceBytes), (cost.Seconds - nothing.Seconds).ToString("0.0"), cost.Mebibytes.ToString("0"), Mega(cost.AssemblyBytes));

    private static void WriteFileTable(TextWriter writer)
    {
        var table = new MarkdownTable(writer, "weights", "file MB", "written in s", "MiB allocated", "read in s", "MiB allocated");
        foreach (int weights in s_weights)
        {
            SpikingNetwork network = NetworkOf(weights);
            string text = "";
            (string Seconds, string Mebibytes) written = Measure(() => text = NetworkFileWriter.Write(network));
            (string Seconds, string Mebibytes) read = Measure(() => NetworkFileReader.Read(text));
            table.Row(weights.ToString(), Mega(text.Length), written.Seconds, written.Mebibytes, read.Seconds, read.Mebibytes);
        }
    }

    private static (string Seconds, string Mebibytes) Measure(Action action)
    {
        action();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var best = TimeSpan.MaxValue;
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }
        double mebibytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (1024.0 * 1024 * Repetitions);
        return (best.TotalSeconds.ToString("0.00"), mebibytes.ToString("0"));
    }

    private static SpikingNetwork NetworkOf(int weights) => LargeNetwork.Create(isFixedPoint: true, Inputs, weights / Inputs, Outputs);

    private static string Mega(long bytes) => (bytes / 1e6).ToString("0.0");
}
