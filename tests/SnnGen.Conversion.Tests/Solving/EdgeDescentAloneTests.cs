using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>The descent without OR-Tools behind it, which would make good what it misses.</summary>
public sealed class EdgeDescentAloneTests
{
    [Fact]
    public void Proves_the_optimum_of_any_neuron() => Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 80], Gen.Int[1, 40], Gen.Double[0.05, 1], Gen.Double[0, 1], Gen.Double[0.001, 1],
        (seed, samples, inputs, density, active, anchor) => RandomLayer.Create(seed, samples, inputs, 1, density, active, anchor))
        .Sample(
            program =>
            {
                // Where all units are silent, or all saturated, the bias alone leads to zero, past the last kink: that is left to OR-Tools.
                if (program.Sides.Contains(TargetSide.Equal) || program.Sides.Distinct().Count() == 2)
                    Optimum(program);
            },
            iter: 1000, seed: "0000000000001", threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Proves_the_optimum_after_hundreds_of_pivots(int seed)
    {
        (double[] deviation, double objective) = Optimum(RandomLayer.Create(seed, 500, 250, 1, active: 0.9, anchor: 1e-3));
        Assert.True(deviation.Count(d => d != 0) > 100, "fewer pivots than between two factorings");
        Assert.True(objective > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Proves_the_optimum_where_many_kinks_coincide(int seed)
    {
        LayerProgram program = RandomLayer.Create(seed, 120, 20, 1, density: 0.2, active: 1, anchor: 0.01);
        var random = new Random(seed);
        (_, double objective) = Optimum(program with
        {
            Prior = Matrix<double>.Build.Dense(20, 1),
            PriorBias = Vector<double>.Build.Dense(1),
            Targets = Matrix<double>.Build.Dense(120, 1, (_, _) => random.Next(0, 3)),
        });
        Assert.True(objective > 0.01);
    }

    [Fact]
    public void What_no_weight_changes_counts_as_current()
    {
        LayerProgram program = RandomLayer.Create(9, 80, 12, 1, anchor: 0.01);
        Matrix<double> offsets = Matrix<double>.Build.Dense(80, 1, (i, _) => i % 7 - 3);
        LayerProgram moved = program with { Offsets = offsets, Targets = program.Targets + offsets };
        Assert.Equal(Optimum(program).Objective, Optimum(moved).Objective, 1e-6);
    }

    private static (double[] Deviation, double Objective) Optimum(LayerProgram program)
    {
        var neuron = new NeuronProgram(program, 0);
        var descent = new EdgeDescent(neuron);
        descent.Run();
        Certificate certificate = neuron.Certify(descent.Deviation, descent.BiasDeviation, descent.Multipliers);
        Assert.InRange(certificate.Objective - certificate.LowerBound, -1e-12, 1e-6 * (1 + certificate.Objective));
        return (descent.Deviation.ToArray(), certificate.Objective);
    }
}
