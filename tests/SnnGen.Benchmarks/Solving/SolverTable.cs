using System.Diagnostics;
using SnnGen.Benchmarks.Text;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Benchmarks.Solving;

/// <summary>The same programs solved by both solvers, on one thread, one after the other.</summary>
internal static class SolverTable
{
    private const int Neurons = 10;

    private static readonly (string Model, int Layer)[] s_rows =
        [("mnist_mlp128", 0), ("mnist_mlp128", 1), ("mnist_mlp1200", 0), ("mnist_mlp1200", 1), ("mnist_tanh", 0), ("mnist_sigmoid", 0)];

    public static void Write(TextWriter writer)
    {
        var table = new MarkdownTable(
            writer, "model", "layer", "inputs", "ours ms/neuron", "OR-Tools ms/neuron", "ratio", "objective", "OR-Tools' objective");
        foreach ((string model, int layer) in s_rows)
        {
            LayerProgram program = TrainedLayer.Program(model + ".onnx", layer, Neurons);
            (double ours, LayerSolution solution) = Time(new EdgeDescentSolver(), program);
            (double exact, LayerSolution reference) = Time(new GlopSolver(), program);
            table.Row(
                model, layer.ToString(), program.Inputs.ToString(), ours.ToString("0.0"), exact.ToString("0"),
                (exact / ours).ToString("0"), solution.Objective.ToString("0.000000000"), reference.Objective.ToString("0.000000000"));
        }
    }

    private static (double Milliseconds, LayerSolution Solution) Time(ILayerSolver solver, LayerProgram program)
    {
        solver.Solve(program, 1, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        LayerSolution solution = solver.Solve(program, 1, CancellationToken.None);
        return (watch.Elapsed.TotalMilliseconds / program.Neurons, solution);
    }
}
