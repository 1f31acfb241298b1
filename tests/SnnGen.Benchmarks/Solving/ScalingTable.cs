using System.Diagnostics;
using SnnGen.Benchmarks.Text;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Benchmarks.Solving;

/// <summary>How the time and the memory of a layer's programs grow with its neurons and with the calibration samples, on one thread.</summary>
internal static class ScalingTable
{
    private const int Neurons = 20, Samples = 500;

    private static readonly (string Model, int Layer)[] s_layers = [("mnist_tanh", 0), ("mnist_mlp1200", 1)];
    private static readonly int[] s_factors = [1, 2, 4];

    public static void Write(TextWriter writer)
    {
        var table = new MarkdownTable(writer, "model", "layer", "grows", "from", "to", "ms", "exponent of time", "MiB allocated", "exponent of memory");
        foreach ((string model, int layer) in s_layers)
        {
            Row(model, layer, "neurons", Neurons, factor => TrainedLayer.Program(model + ".onnx", layer, Neurons * factor, Samples));
            Row(model, layer, "samples", Samples, factor => TrainedLayer.Program(model + ".onnx", layer, Neurons, Samples * factor));
        }

        void Row(string model, int layer, string grows, int from, Func<int, LayerProgram> programOf)
        {
            (double Milliseconds, double Mebibytes)[] costs = [.. s_factors.Select(factor => Measure(programOf(factor)))];
            table.Row(
                model, layer.ToString(), grows, from.ToString(), (from * s_factors[^1]).ToString(),
                string.Join(", ", costs.Select(cost => cost.Milliseconds.ToString("0"))), Exponent(costs[0].Milliseconds, costs[^1].Milliseconds),
                string.Join(", ", costs.Select(cost => cost.Mebibytes.ToString("0"))), Exponent(costs[0].Mebibytes, costs[^1].Mebibytes));
        }
    }

    private static string Exponent(double first, double last) => (Math.Log(last / first) / Math.Log(s_factors[^1])).ToString("0.00");

    private static (double Milliseconds, double Mebibytes) Measure(LayerProgram program)
    {
        var solver = new EdgeDescentSolver();
        solver.Solve(program, 1, CancellationToken.None);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        solver.Solve(program, 1, CancellationToken.None);
        return (watch.Elapsed.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / (1024.0 * 1024));
    }
}
