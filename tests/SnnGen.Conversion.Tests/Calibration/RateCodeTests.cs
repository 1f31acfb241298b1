using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;

namespace SnnGen.Conversion.Tests.Calibration;

public class RateCodeTests
{
    private static readonly Gen<double[]> s_activations = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[50, 400], (seed, count) =>
    {
        // Half silent, the rest with a long tail, as ReLU units are.
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? 0 : -Math.Log(1 - random.NextDouble())).ToArray();
    });

    [Fact]
    public void The_chosen_scale_is_no_worse_than_the_largest_activation() => Gen.Select(s_activations, Gen.Int[1, 32]).Sample((activations, steps) =>
    {
        double chosen = Choose(activations, steps);
        Assert.True(Error(activations, chosen, steps) <= Error(activations, activations.Max(), steps));
        Assert.InRange(chosen, activations.Max() / 8, activations.Max());
    }, iter: 200, threads: 1);

    [Fact]
    public void At_few_steps_it_clips_and_at_many_it_need_not()
    {
        var random = new Random(3);
        double[] activations = [.. Enumerable.Range(0, 5000).Select(_ => -Math.Log(1 - random.NextDouble()))];
        Assert.True(Choose(activations, 2) < 0.7 * Choose(activations, 128));
    }

    [Fact]
    public void Scales_with_its_activations()
    {
        var random = new Random(5);
        double[] activations = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())];
        Assert.Equal(4 * Choose(activations, 8), Choose([.. activations.Select(a => 4 * a)], 8));
    }

    [Fact]
    public void A_neuron_that_is_never_active_gets_a_usable_scale() => Assert.Equal(1, Choose([0, 0, 0], 8));

    [Fact]
    public void Bounded_activations_span_the_rates()
    {
        Matrix<double> activations = Matrix<double>.Build.Dense(4, 2, 0.5);
        RateCode tanh = RateCodeChooser.Choose(new Tanh(), activations, 8);
        RateCode sigmoid = RateCodeChooser.Choose(new Sigmoid(), activations, 8);
        Assert.Equal([0.0, 0.5, 1.0], [tanh.Rate(-1, 0), tanh.Rate(0, 0), tanh.Rate(1, 1)]);
        Assert.Equal([0.0, 0.5, 1.0], [sigmoid.Rate(0, 0), sigmoid.Rate(0.5, 0), sigmoid.Rate(1, 1)]);
    }

    private static double Choose(double[] activations, int steps) =>
        RateCodeChooser.Choose(new Relu(), Matrix<double>.Build.Dense(activations.Length, 1, activations), steps).Scale[0];

    private static double Error(double[] activations, double scale, int steps) =>
        activations.Sum(a => Math.Pow(scale * Math.Min(steps, Math.Floor(a / scale * steps + 0.5)) / steps - a, 2));
}
