using Google.OrTools.LinearSolver;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Quantization;

/// <summary>How near rounding comes to the true optimum over the integers, found by mixed-integer programming.</summary>
public class IntegerOptimumTests
{
    private const int Largest = 3, Inputs = 8, Samples = 30, Trials = 12;

    [Fact]
    public void Rounding_is_near_the_integer_optimum_and_nearer_than_plain_rounding()
    {
        double ours = 0, plain = 0;
        for (int seed = 0; seed < Trials; seed++)
        {
            LayerProgram program = RandomLayer.Create(seed, Samples, Inputs, 1, density: 0.6);
            double[] relaxed = program.Prior.Column(0).ToArray();
            double step = relaxed.Max(Math.Abs) / Largest;
            var grid = new WeightGrid(Largest, false, false);
            var neuron = new GridNeuron(program, 0, relaxed, ErrorCompensation.Of(program.Rates).Round(relaxed, step, grid), step, grid, bias: 0);
            neuron.FitBias();
            neuron.Descend();

            double optimum = IntegerOptimum(program, step);
            double reached = Residual(program, step, neuron.Integers);
            Assert.True(reached >= optimum - 1e-6, $"seed {seed}: {reached} beats the proven optimum {optimum}");
            ours += reached / optimum / Trials;
            plain += Residual(program, step, [.. relaxed.Select(w => (int)Math.Round(w / step))]) / optimum / Trials;
        }
        Assert.True(ours < 1.35 && ours < plain, $"relative to the integer optimum: ours {ours}, plain rounding {plain}");
    }

    // Σ |residual| on the sides that cost, at the best bias.
    private static double Residual(LayerProgram program, double step, int[] integers) => Optimum(program, step, _ => 0, integers);

    private static double IntegerOptimum(LayerProgram program, double step) => Optimum(program, step, _ => Largest, new int[Inputs]);

    private static double Optimum(LayerProgram program, double step, Func<int, int> range, int[] center)
    {
        var neuron = new NeuronProgram(program, 0);
        using Solver solver = Solver.CreateSolver("SCIP");
        Variable bias = solver.MakeNumVar(-1e3, 1e3, "");
        Variable[] integers = [.. center.Select((q, j) => solver.MakeIntVar(q - range(j), q + range(j), ""))];
        solver.Objective().SetMinimization();
        for (int i = 0; i < neuron.Kinks.Length; i++)
        {
            Variable above = solver.MakeNumVar(0, double.PositiveInfinity, ""), below = solver.MakeNumVar(0, double.PositiveInfinity, "");
            solver.Objective().SetCoefficient(above, neuron.RightSlopes[i]);
            solver.Objective().SetCoefficient(below, neuron.LeftSlopes[i]);
            SparseVector row = program.Rates.Row(i);
            double right = neuron.Kinks[i] - program.Offsets[i, 0];
            Constraint constraint = solver.MakeConstraint(right, right, "");
            constraint.SetCoefficient(bias, 1);
            constraint.SetCoefficient(above, -1);
            constraint.SetCoefficient(below, 1);
            for (int k = 0; k < row.Indices.Length; k++)
                constraint.SetCoefficient(integers[row.Indices[k]], step * row.Values[k]);
        }
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return solver.Objective().Value();
    }
}
