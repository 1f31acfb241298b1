using CsCheck;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

public class EdgeDescentTests
{
    private static readonly Gen<LayerProgram> s_programs = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 80], Gen.Int[1, 40], Gen.Int[1, 3], Gen.Double[0.05, 1], Gen.Double[0, 1], Gen.Double[0.001, 1],
        (seed, samples, inputs, neurons, density, active, anchor) =>
            RandomLayer.Create(seed, samples, inputs, neurons, density, active, anchor));

    [Fact]
    public void Reaches_the_exact_optimum_of_OR_Tools() => s_programs.Sample(program =>
    {
        LayerSolution ours = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        LayerSolution exact = new GlopSolver().Solve(program, 1, CancellationToken.None);
        for (int j = 0; j < program.Neurons; j++)
        {
            double tolerance = 2e-6 + 1e-6 * exact.Certificates[j].Objective;
            Assert.InRange(ours.Certificates[j].Objective, exact.Certificates[j].LowerBound - tolerance, exact.Certificates[j].Objective + tolerance);
        }
    }, iter: 200, seed: "0000000000001", threads: 1);

    [Fact]
    public void Certifies_a_gap_far_below_a_thousandth() => s_programs.Sample(program =>
    {
        LayerSolution solution = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        Assert.All(solution.Certificates, c => Assert.InRange(c.RelativeGap, 0, 1e-4));
    }, iter: 200, seed: "0000000000002", threads: 1);

    [Fact]
    public void Is_never_worse_than_the_prior() => s_programs.Sample(program =>
    {
        LayerSolution solution = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        Assert.All(solution.Certificates, c => Assert.True(c.Objective <= c.PriorObjective * (1 + 1e-9) + 1e-12));
    }, iter: 100, seed: "0000000000003", threads: 1);

    [Fact]
    public void No_point_nearby_is_better()
    {
        LayerProgram program = RandomLayer.Create(7, 60, 20, 1);
        LayerSolution solution = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        var neuron = new NeuronProgram(program, 0);
        double[] deviation = (solution.Weights - program.Prior).Column(0).ToArray();
        double bias = solution.Bias[0] - program.PriorBias[0];
        double optimum = neuron.Objective(deviation, bias);
        var random = new Random(1);
        for (int trial = 0; trial < 1000; trial++)
        {
            double[] moved = [.. deviation.Select(d => d + 0.01 * (random.NextDouble() - 0.5))];
            Assert.True(neuron.Objective(moved, bias + 0.01 * (random.NextDouble() - 0.5)) >= optimum - 1e-7);
        }
    }

    [Fact]
    public void Gives_the_same_bits_for_any_number_of_threads()
    {
        LayerProgram program = RandomLayer.Create(3, 120, 50, 24);
        LayerSolution one = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        LayerSolution four = new EdgeDescentSolver().Solve(program, 4, CancellationToken.None);
        Assert.Equal(one.Weights.ToRowMajorArray(), four.Weights.ToRowMajorArray());
        Assert.Equal(one.Bias.ToArray(), four.Bias.ToArray());
    }

    [Fact]
    public void Keeps_a_prior_that_is_already_right()
    {
        LayerProgram noisy = RandomLayer.Create(5, 50, 10, 2, active: 1);
        LayerProgram program = noisy with
        {
            Targets = noisy.Rates.ToDense() * noisy.Prior
                + MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(50, 2, (_, j) => noisy.PriorBias[j]),
        };
        LayerSolution solution = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        Assert.Equal(program.Prior.ToRowMajorArray(), solution.Weights.ToRowMajorArray());
        Assert.Equal(0, solution.RelativeGap);
    }

    [Fact]
    public void Can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => new EdgeDescentSolver().Solve(RandomLayer.Create(1, 40, 10, 8), 2, source.Token));
    }
}
