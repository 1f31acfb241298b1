using SnnGen.Benchmarks.Speed;
using SnnGen.Benchmarks.Text;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Benchmarks.CodeSize;

/// <summary>What a network adds to an app: a class library of nothing but its generated code, less an empty one.</summary>
internal static class CodeSizeTable
{
    private static readonly string[] s_suffixes = ["", "Int4", "Float32"];

    public static void Write(TextWriter writer, string[] only)
    {
        var table = new MarkdownTable(writer, "network", "weights", "KB of the weights alone", "KB in the assembly");
        foreach (BenchmarkNetwork network in BenchmarkNetworks.Named(only))
        {
            foreach (string suffix in s_suffixes)
                Row(table, network.Name, BenchmarkNetwork.NetworkFile(network.ClassName + suffix));
        }
    }

    private static void Row(MarkdownTable table, string name, string file)
    {
        SpikingNetwork network = NetworkFileReader.Read(File.ReadAllText(file));
        long weights = network.Layers.Sum(layer => layer.Projections.Sum(projection => (long)projection.Connection.Weights.Count));
        int? bits = (network.Arithmetic as FixedPointArithmetic)?.WeightBits;
        long bytes = GeneratedAssembly.Size(file) - GeneratedAssembly.EmptySize;
        table.Row(name, bits is null ? "float32" : $"int{bits}", Kilobytes(weights * (bits ?? 32) / 8), Kilobytes(bytes));
    }

    private static string Kilobytes(long bytes) => (bytes / 1024.0).ToString("0.0");
}
