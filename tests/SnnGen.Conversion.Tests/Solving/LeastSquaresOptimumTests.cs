using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>The least squares optimum against its conditions, written down from the statement of the program.</summary>
public sealed class LeastSquaresOptimumTests
{
    private const int Samples = 120, Inputs = 25;

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.1)]
    public void No_direction_leads_down_from_it(int seed, double active)
    {
        LayerProgram program = WithOffsets(RandomLayer.Create(seed, Samples, Inputs, 3, active: active));
        LayerSolution solution = new LeastSquaresSolver().Solve(program, 2, CancellationToken.None);
        Matrix<double> rates = program.Rates.ToDense(), deviation = solution.Weights - program.Prior;
        Matrix<double> start = Violations(program, program.Prior, program.PriorBias), end = Violations(program, solution.Weights, solution.Bias);
        Assert.All(Enumerable.Range(0, 3), neuron =>
        {
            Vector<double> slope = rates.TransposeThisAndMultiply(end.Column(neuron)) / Samples + Ridge(program) * deviation.Column(neuron);
            Vector<double> before = rates.TransposeThisAndMultiply(start.Column(neuron)) / Samples;
            Assert.InRange(slope.L2Norm(), 0, 0.02 * before.L2Norm());
            Assert.InRange(Math.Abs(end.Column(neuron).Sum()) / Samples, 0, 0.02 * before.L2Norm());
        });
    }

    [Fact]
    public void Its_certificate_is_the_mean_of_the_squared_violations_and_the_price_of_the_weights()
    {
        LayerProgram program = WithOffsets(RandomLayer.Create(4, Samples, Inputs, 3));
        LayerSolution solution = new LeastSquaresSolver().Solve(program, 1, CancellationToken.None);
        Matrix<double> deviation = solution.Weights - program.Prior, start = Violations(program, program.Prior, program.PriorBias);
        Matrix<double> end = Violations(program, solution.Weights, solution.Bias);
        Assert.All(Enumerable.Range(0, 3), neuron =>
        {
            double price = Ridge(program) * Squares(deviation.Column(neuron));
            Assert.Equal(Squares(start.Column(neuron)) / Samples, solution.Certificates[neuron].PriorObjective, 1e-9);
            Assert.Equal(Squares(end.Column(neuron)) / Samples + price, solution.Certificates[neuron].Objective, 1e-9);
        });
    }

    private static LayerProgram WithOffsets(LayerProgram program) =>
        program with { Offsets = Matrix<double>.Build.Dense(Samples, program.Neurons, (i, j) => (i + j) % 5 * 0.1) };

    private static Matrix<double> Violations(LayerProgram program, Matrix<double> weights, Vector<double> bias) =>
        (program.Rates.ToDense() * weights + program.Offsets - program.Targets).MapIndexed((i, j, value) => program.Side(i, j) switch
        {
            TargetSide.AtMost => Math.Max(0, value + bias[j]),
            TargetSide.AtLeast => Math.Min(0, value + bias[j]),
            _ => value + bias[j],
        }, Zeros.Include);

    // The anchor in units of the mean rate, times the mean square of the rates.
    private static double Ridge(LayerProgram program) =>
        program.Anchor / program.Rates.MeanMagnitude * program.Rates.ToDense().ToRowMajorArray().Sum(rate => rate * rate) / Samples / Inputs;

    private static double Squares(Vector<double> values) => values.Sum(value => value * value);
}
