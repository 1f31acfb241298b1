using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using SnnGen.Benchmarks.Text;
using SnnGen.Generators.Tests.Differential;
using SnnGen.Generators.Tests.Differential.Covering;
using SnnGen.Generators.Tests.Differential.Drawing;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Benchmarks.Differential;

/// <summary>Compares many networks, batch by batch, and stops after the first batch in which one differs.</summary>
/// <param name="firstSeed">Seed of the first network.</param>
/// <param name="batchSize">Networks of one compilation.</param>
/// <param name="output">Where networks that differ are written.</param>
/// <param name="writer">Receives the report.</param>
internal sealed class DifferentialRun(int firstSeed, int batchSize, DirectoryInfo output, TextWriter writer)
{
    private readonly Coverage _coverage = new();

    /// <summary>Compares so many networks.</summary>
    /// <returns>The exit code: 1 if one differs.</returns>
    public int Compare(int count)
    {
        var clock = Stopwatch.StartNew();
        for (int done = 0; done < count; done += batchSize)
        {
            int first = firstSeed + done;
            SpikingNetwork[] networks = [.. Enumerable.Range(first, Math.Min(batchSize, count - done)).Select(AnyNetwork.Create)];
            Mismatch[] mismatches = [.. new DifferentialBatch(networks, first).Compare()];
            foreach (Mismatch mismatch in mismatches)
                Report(mismatch, first + Array.IndexOf(networks, mismatch.Network), first);
            if (mismatches.Length > 0)
                return 1;
            foreach (SpikingNetwork network in networks)
                _coverage.Add(network);
            writer.WriteLine($"{done + networks.Length} of {count} networks agree, {clock.Elapsed.TotalSeconds:F0} s");
        }
        Summarise(count, clock.Elapsed);
        return 0;
    }

    /// <summary>Compares one network.</summary>
    /// <param name="file">The network.</param>
    /// <param name="seed">Seed of its inputs: that of the first network of the batch in which it differed.</param>
    /// <param name="writer">Receives what differs.</param>
    /// <returns>The exit code.</returns>
    public static int Replay(FileInfo file, int seed, TextWriter writer)
    {
        SpikingNetwork network = NetworkFileReader.Read(File.ReadAllText(file.FullName));
        IReadOnlyList<Mismatch> mismatches = new DifferentialBatch([network], seed).Compare();
        foreach (Mismatch mismatch in mismatches)
            writer.WriteLine($"{mismatch.Run}: {mismatch.Problem}");
        return mismatches.Count > 0 ? 1 : 0;
    }

    private void Report(Mismatch mismatch, int seed, int first)
    {
        output.Create();
        string path = Path.Combine(output.FullName, $"seed{seed}.snn.json");
        File.WriteAllText(path, NetworkFileWriter.Write(mismatch.Network));
        writer.WriteLine($"seed {seed}, {mismatch.Run}, --replay {path} --seed {first}: {mismatch.Problem}");
    }

    private void Summarise(int count, TimeSpan time)
    {
        writer.WriteLine($"{count} networks, {count * DifferentialBatch.RunsOfNetwork} comparisons, {time.TotalMinutes:F1} min, vectors of {8 * Vector<byte>.Count} bits, "
            + $"256 {Vector256.IsHardwareAccelerated}, 512 {Vector512.IsHardwareAccelerated}");
        (string, string)[] possible = [.. Coverage.AllPairs().Where(pair => !Exclusions.Excludes(pair))];
        writer.WriteLine($"{possible.Count(pair => _coverage.Of(pair) > 0)} of {possible.Length} pairs of features");
        var table = new MarkdownTable(writer, "feature", "networks");
        foreach (string feature in Coverage.Dimensions.SelectMany(features => features))
            table.Row(feature, $"{_coverage.Of(feature)}");
    }
}
