using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>What holds of least squares before the optimum is reached.</summary>
public sealed class LeastSquaresIteratesTests
{
    private const int Neurons = 3;

    private static readonly (int Seed, double Density, double Active, double Anchor)[] s_programs =
        [.. from seed in Enumerable.Range(1, 4) from kind in new[] { (0.3, 0.5, 0.1), (1, 0.1, 0.02), (0.1, 0.9, 0.3) } select (seed, kind.Item1, kind.Item2, kind.Item3)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Certificates_on_the_way_enclose_the_optimum(int seed, double density, double active, double anchor)
    {
        LayerProgram program = Program(seed, density, active, anchor);
        Certificate[] optimum = new LeastSquaresSolver().Solve(program, 1, CancellationToken.None).Certificates;
        var state = new LeastSquaresState(program, 1, CancellationToken.None);
        int proving = 0;
        for (int i = 0; i < 60; i++)
        {
            Certificate[] certificates = state.Certify();
            for (int j = 0; j < Neurons; j++)
            {
                Assert.InRange(certificates[j].LowerBound, 0, optimum[j].Objective * (1 + 1e-9));
                Assert.True(certificates[j].Objective >= optimum[j].LowerBound * (1 - 1e-9));
                proving += certificates[j].LowerBound > 0 ? 1 : 0;
            }
            state.Iterate();
        }
        Assert.True(proving > 0, "every bound is zero");
    }

    [Fact]
    public void Momentum_leads_to_the_optimum_in_few_iterations()
    {
        int iterations = 0;
        foreach ((int seed, double density, double active, double anchor) in s_programs)
        {
            var state = new LeastSquaresState(Program(seed, density, active, anchor), 1, CancellationToken.None);
            while (state.Certify().Any(certificate => certificate.RelativeGap > 1e-4))
            {
                state.Iterate();
                // 206 of all twelve programs when this was written.
                Assert.InRange(++iterations, 1, 215);
            }
        }
    }

    [Fact]
    public void Neurons_worse_than_their_prior_get_it_back_and_the_others_stay()
    {
        var state = new LeastSquaresState(Program(1, 0.3, 0.5, 0.1), 1, CancellationToken.None);
        for (int i = 0; i < 20; i++)
            state.Iterate();
        double[][] before = Columns(state);
        Certificate good = new(1, 0, 1), bad = new(2, 0, 1), lost = new(double.NaN, 0, 1);

        Assert.False(state.KeepBetterPriors([good, good, good]));
        Assert.Equal(before, Columns(state));
        Assert.True(state.KeepBetterPriors([bad, good, lost]));
        Assert.Equal([new double[before[0].Length], before[1], new double[before[0].Length]], Columns(state));
    }

    public static TheoryData<int, double, double, double> Programs
    {
        get
        {
            var data = new TheoryData<int, double, double, double>();
            foreach ((int seed, double density, double active, double anchor) in s_programs)
                data.Add(seed, density, active, anchor);
            return data;
        }
    }

    private static LayerProgram Program(int seed, double density, double active, double anchor) =>
        RandomLayer.Create(seed, 90, 30, Neurons, density, active, anchor);

    // Weights, and the bias last.
    private static double[][] Columns(LeastSquaresState state)
    {
        (var deviation, var bias) = state.Solution();
        return [.. Enumerable.Range(0, Neurons).Select(j => deviation.Column(j).Append(bias[j]).ToArray())];
    }
}
