using CsCheck;
using Google.OrTools.LinearSolver;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

public class ConstrainedSolverTests
{
    private static readonly Gen<LayerProgram> s_programs = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 50], Gen.Int[1, 20], Gen.Double[0.05, 1], Gen.Double[0.01, 1],
        (seed, samples, inputs, density, anchor) => RandomLayer.Create(seed, samples, inputs, 2, density, 0.5, anchor));

    private static readonly Gen<SynapseConstraints> s_constraints = Gen.Select(Gen.Int[0, 4], Gen.Double[0.02, 0.5], (kind, value) => kind switch
    {
        0 => new SynapseConstraints { Bound = value },
        1 => new SynapseConstraints { NonNegative = true },
        2 => new SynapseConstraints { Sparsity = value },
        3 => new SynapseConstraints { Bound = value, NonNegative = true, Sparsity = value },
        _ => SynapseConstraints.None,
    });

    [Fact]
    public void Reaches_the_optimum_of_the_program_as_it_is_stated() => Gen.Select(s_programs, s_constraints).Sample((program, constraints) =>
    {
        LayerSolution solution = Solve(program, constraints);
        for (int j = 0; j < program.Neurons; j++)
        {
            double optimum = Stated(program, j, constraints);
            Assert.InRange(solution.Certificates[j].Objective, optimum - 1e-6, optimum + 1e-6 * (1 + optimum));
            Assert.InRange(solution.Certificates[j].LowerBound, 0, optimum + 1e-6);
            Assert.InRange(solution.Certificates[j].RelativeGap, 0, 1e-4);
            Assert.True(solution.Certificates[j].Objective <= solution.Certificates[j].PriorObjective);
        }
    }, iter: 200, threads: 1);

    [Fact]
    public void Weights_satisfy_what_was_asked() => Gen.Select(s_programs, s_constraints, Gen.Int[1, 20]).Sample((program, constraints, fanIn) =>
    {
        LayerSolution solution = Solve(program, constraints with { FanIn = fanIn });
        Assert.All(solution.Weights.Enumerate(), w => Assert.InRange(w, (constraints.NonNegative ? 0 : -constraints.Bound) - 1e-12, constraints.Bound + 1e-12));
        Assert.All(solution.Weights.EnumerateColumns(), column => Assert.InRange(column.Count(w => w != 0), 0, fanIn));
    }, iter: 100, threads: 1);

    [Fact]
    public void Without_constraints_it_is_the_unconstrained_optimum() => s_programs.Sample(program =>
    {
        LayerSolution free = new EdgeDescentSolver().Solve(program, 1, CancellationToken.None), solution = Solve(program, SynapseConstraints.None);
        for (int j = 0; j < program.Neurons; j++)
            Assert.Equal(free.Certificates[j].Objective, solution.Certificates[j].Objective, 1e-6);
    }, iter: 100, threads: 1);

    [Fact]
    public void Any_multipliers_give_a_bound() => Gen.Select(s_programs, s_constraints, Gen.Double[-1, 1].Array[50]).Sample((program, constraints, multipliers) =>
    {
        double[] prior = program.Prior.Column(0).ToArray();
        var neuron = new ConstrainedNeuron(new NeuronProgram(program, 0), prior, constraints);
        double[] start = [.. Enumerable.Range(0, prior.Length).Select(neuron.Allowed)];
        NeuronSolution certified = neuron.Certified(start, 1e3, multipliers[..program.Samples]);
        Assert.InRange(certified.Certificate.LowerBound, 0, Stated(program, 0, constraints) + 1e-6);
    }, iter: 100, threads: 1);

    [Fact]
    public void Multipliers_that_balance_give_a_bound_of_some_worth()
    {
        int positive = 0;
        Gen.Select(s_programs, s_constraints, Gen.Double[-1, 1].Array[50], Gen.Double[0.05, 1]).Sample((program, constraints, numbers, size) =>
        {
            double[] prior = program.Prior.Column(0).ToArray();
            var neuron = new NeuronProgram(program, 0);
            var constrained = new ConstrainedNeuron(neuron, prior, constraints);
            double[] y = Balanced.Multipliers(neuron, numbers, size / program.Samples);
            double[] start = [.. Enumerable.Range(0, prior.Length).Select(constrained.Allowed)];
            double bound = constrained.Certified(start, 5, y).Certificate.LowerBound;
            Assert.InRange(bound, 0, Stated(program, 0, constraints) + 1e-6);
            positive += bound > 0 ? 1 : 0;
        }, iter: 300, seed: "0000000000004", threads: 1);
        Assert.True(positive > 30, $"{positive} bounds above zero");
    }

    [Fact]
    public void A_certificate_names_what_the_point_and_the_allowed_prior_cost()
    {
        // One sample that should reach 1, inputs of 1 and 0.5; weights of 0.6 and −0.4 give a current of 0.4.
        var rates = new RateMatrix(1, 2, (_, j) => j == 0 ? 1 : 0.5);
        Matrix<double> prior = Matrix<double>.Build.DenseOfArray(new[,] { { 0.6 }, { -0.4 } });
        var program = new LayerProgram(
            "by hand", rates, prior, Vector<double>.Build.Dense(1), Matrix<double>.Build.Dense(1, 1, 1), [TargetSide.Equal], Matrix<double>.Build.Dense(1, 1), 0.1);
        var neuron = new ConstrainedNeuron(new NeuronProgram(program, 0), [0.6, -0.4], new SynapseConstraints { Bound = 0.5, NonNegative = true, Sparsity = 0.2 });

        NeuronSolution solution = neuron.Certified([0.5, 0.25], 0.125, [0]);

        // λ = 0.2 · 0.75. The point: residual 1 − 0.75, changes of 0.1 and 0.65, magnitudes 0.75. The prior at 0.5 and 0: residual 0.5.
        Assert.Equal(0.25 + 0.1 * 0.75 + 0.15 * 0.75, solution.Certificate.Objective, 1e-12);
        Assert.Equal(0.5 + 0.1 * 0.5 + 0.15 * 0.5, solution.Certificate.PriorObjective, 1e-12);
        Assert.Equal([-0.1, 0.65], solution.Deviation.Select(d => Math.Round(d, 12)));
        Assert.Equal(0.125, solution.BiasDeviation);
    }

    [Fact]
    public void More_sparsity_leaves_fewer_synapses()
    {
        LayerProgram program = RandomLayer.Create(5, 60, 30, 4);
        int[] counts = [.. new[] { 0.0, 0.2, 1, 10 }.Select(price => Solve(program, new SynapseConstraints { Sparsity = price }).Weights.Enumerate().Count(w => w != 0))];
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal(0, counts[^1]);
        Assert.True(counts[1] < counts[0]);
    }

    [Theory]
    [InlineData(1, new[] { 2 })]
    [InlineData(2, new[] { 0, 2 })]
    [InlineData(3, new[] { 0, 1, 2 })]
    public void The_synapses_that_stay_carry_the_most_current(int fanIn, int[] kept)
    {
        // The largest weight is that of the input that hardly ever spikes.
        const int Samples = 40;
        var rates = new RateMatrix(Samples, 3, (i, j) => j switch { 0 => i % 2, 1 => i == 8 ? 1 : 0, _ => (i + 1) % 2 * 0.75 });
        Matrix<double> prior = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5 }, { 1.0 }, { -0.8 } });
        var program = new LayerProgram(
            "by hand", rates, prior, Vector<double>.Build.Dense(1), rates.ToDense() * prior, new TargetSide[Samples], Matrix<double>.Build.Dense(Samples, 1), 1e-4);
        LayerSolution solution = Solve(program, new SynapseConstraints { FanIn = fanIn });
        Assert.Equal(kept, Enumerable.Range(0, 3).Where(j => solution.Weights[j, 0] != 0));
    }

    private static LayerSolution Solve(LayerProgram program, SynapseConstraints constraints) =>
        new ConstrainedSolver(constraints).Solve(program, 1, CancellationToken.None);

    // The program as it reads: a variable for each weight, one for the magnitude of its change, one for its own.
    private static double Stated(LayerProgram layer, int index, SynapseConstraints constraints)
    {
        var program = new NeuronProgram(layer, index);
        using Solver solver = Solver.CreateSolver("GLOP");
        const double Infinity = double.PositiveInfinity;
        Variable bias = solver.MakeNumVar(-Infinity, Infinity, "");
        Variable[] weights = [.. Enumerable.Range(0, layer.Inputs).Select(_ => solver.MakeNumVar(constraints.NonNegative ? 0 : -constraints.Bound, constraints.Bound, ""))];
        solver.Objective().SetMinimization();
        for (int j = 0; j < weights.Length; j++)
        {
            AtLeastMagnitude(weights[j], layer.Prior[j, index], layer.Anchor);
            AtLeastMagnitude(weights[j], 0, constraints.Sparsity * layer.Rates.MeanMagnitude);
        }
        for (int i = 0; i < program.Kinks.Length; i++)
        {
            Variable residual = solver.MakeNumVar(0, Infinity, "");
            solver.Objective().SetCoefficient(residual, 1.0 / layer.Samples);
            SparseVector row = layer.Rates.Row(i);
            double kink = program.Kinks[i] - program.PriorCurrents[i] + row.Dot(layer.Prior.Column(index).ToArray());
            foreach (double sign in new[] { 1.0, -1.0 })
            {
                if ((sign > 0 ? program.RightSlopes[i] : program.LeftSlopes[i]) == 0)
                    continue;
                Constraint constraint = solver.MakeConstraint(-Infinity, sign * kink, "");
                constraint.SetCoefficient(residual, -1);
                constraint.SetCoefficient(bias, sign);
                for (int k = 0; k < row.Indices.Length; k++)
                    constraint.SetCoefficient(weights[row.Indices[k]], sign * row.Values[k]);
            }
        }
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return solver.Objective().Value();

        void AtLeastMagnitude(Variable weight, double center, double price)
        {
            Variable magnitude = solver.MakeNumVar(0, Infinity, "");
            solver.Objective().SetCoefficient(magnitude, price);
            foreach (double sign in new[] { 1.0, -1.0 })
            {
                Constraint constraint = solver.MakeConstraint(-Infinity, sign * center, "");
                constraint.SetCoefficient(weight, sign);
                constraint.SetCoefficient(magnitude, -1);
            }
        }
    }
}
