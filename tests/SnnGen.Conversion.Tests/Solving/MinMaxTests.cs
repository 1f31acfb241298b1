using CsCheck;
using Google.OrTools.LinearSolver;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

public class MinMaxTests
{
    private static readonly Gen<LayerProgram> s_programs = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 60], Gen.Int[1, 30], Gen.Double[0.05, 1], Gen.Double[0, 1], Gen.Double[0.001, 1],
        (seed, samples, inputs, density, active, anchor) => RandomLayer.Create(seed, samples, inputs, 2, density, active, anchor));

    [Fact]
    public void Reaches_the_optimum_of_the_program_as_it_is_stated() => s_programs.Sample(program =>
    {
        LayerSolution solution = new MinMaxSolver().Solve(program, 1, CancellationToken.None);
        for (int j = 0; j < program.Neurons; j++)
        {
            double optimum = Stated(new NeuronProgram(program, j));
            Assert.InRange(solution.Certificates[j].Objective, optimum - 1e-6, optimum + 1e-6 * (1 + optimum));
            Assert.InRange(solution.Certificates[j].LowerBound, 0, optimum + 1e-6);
        }
    }, iter: 200, threads: 1);

    [Fact]
    public void Is_proven_and_never_worse_than_the_prior_or_the_mean() => s_programs.Sample(program =>
    {
        LayerSolution solution = new MinMaxSolver().Solve(program, 1, CancellationToken.None);
        LayerSolution mean = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None);
        for (int j = 0; j < program.Neurons; j++)
        {
            Certificate certificate = solution.Certificates[j];
            Assert.InRange(certificate.RelativeGap, 0, 1e-4);
            Assert.True(certificate.Objective <= certificate.PriorObjective);
            double[] deviation = (mean.Weights - program.Prior).Column(j).ToArray();
            double there = new MinMaxNeuron(new NeuronProgram(program, j)).Objective(deviation, mean.Bias[j] - program.PriorBias[j]);
            Assert.True(certificate.Objective <= there + 1e-6);
        }
    }, iter: 100, threads: 1);

    [Fact]
    public void Any_multipliers_give_a_bound() => Gen.Select(s_programs, Gen.Double[-1, 1].Array[60]).Sample((program, multipliers) =>
    {
        var neuron = new NeuronProgram(program, 0);
        Assert.InRange(new MinMaxNeuron(neuron).LowerBound(multipliers.AsSpan(0, program.Samples), 1e3), 0, Stated(neuron) + 1e-6);
    }, iter: 100, threads: 1);

    [Fact]
    public void Multipliers_that_balance_give_a_bound_of_some_worth()
    {
        int positive = 0;
        Gen.Select(s_programs, Gen.Double[-1, 1].Array[60], Gen.Double[0.01, 10]).Sample((program, numbers, size) =>
        {
            var neuron = new NeuronProgram(program, 0);
            double bound = new MinMaxNeuron(neuron).LowerBound(Balanced.Multipliers(neuron, numbers, size), 10);
            Assert.InRange(bound, 0, Stated(neuron) + 1e-6);
            positive += bound > 0 ? 1 : 0;
        }, iter: 300, seed: "0000000000004", threads: 1);
        Assert.True(positive > 30, $"{positive} bounds above zero");
    }

    // The primal: t ≥ every residual that costs, |d| split into two parts.
    private static double Stated(NeuronProgram program)
    {
        using Solver solver = Solver.CreateSolver("GLOP");
        Variable largest = solver.MakeNumVar(0, double.PositiveInfinity, ""), bias = solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "");
        Variable[] up = solver.MakeNumVarArray(program.Rates.Inputs, 0, double.PositiveInfinity), down = solver.MakeNumVarArray(program.Rates.Inputs, 0, double.PositiveInfinity);
        solver.Objective().SetMinimization();
        solver.Objective().SetCoefficient(largest, 1);
        foreach (Variable part in up.Concat(down))
            solver.Objective().SetCoefficient(part, program.Anchor);
        for (int i = 0; i < program.Kinks.Length; i++)
        {
            if (program.RightSlopes[i] > 0)
                Bound(i, 1);
            if (program.LeftSlopes[i] > 0)
                Bound(i, -1);
        }
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return solver.Objective().Value();

        // sign · (c + x d + β − κ) ≤ t
        void Bound(int sample, double sign)
        {
            Constraint row = solver.MakeConstraint(double.NegativeInfinity, sign * (program.Kinks[sample] - program.PriorCurrents[sample]), "");
            row.SetCoefficient(largest, -1);
            row.SetCoefficient(bias, sign);
            for (int j = 0; j < up.Length; j++)
            {
                double x = program.Rates.Row(sample).At(j);
                row.SetCoefficient(up[j], sign * x);
                row.SetCoefficient(down[j], -sign * x);
            }
        }
    }
}
