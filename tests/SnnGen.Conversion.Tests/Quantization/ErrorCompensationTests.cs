using CsCheck;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Quantization;

public sealed class ErrorCompensationTests
{
    public static TheoryData<string> Forms => ["inputs", "samples"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Uncorrelated_inputs_are_rounded_each_on_its_own(string form)
    {
        // One sample an input: H is diagonal.
        var rates = new RateMatrix(5, 5, (i, j) => i == j ? 0.5 + 0.1 * i : 0);
        int[] rounded = Form(form, rates).Round([0.24, -0.26, 0.6, -1.4, 9], step: 0.5, new WeightGrid(3, false, false));
        Assert.Equal([0, -1, 1, -3, 3], rounded);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inputs_that_fire_together_make_up_for_one_another(string form)
    {
        var rates = new RateMatrix(4, 8, (i, _) => 0.25 * (i + 1));
        int[] rounded = Form(form, rates).Round([.. Enumerable.Repeat(0.4, 8)], step: 1, new WeightGrid(1, false, false));
        Assert.Equal(3, rounded.Sum()); // 8 · 0.4 = 3.2; each on its own would be 0
    }

    [Fact]
    public void Both_forms_round_alike() => Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[1, 60], Gen.Int[1, 60], Gen.Double[0.05, 1], Gen.Double[0.01, 1]).Sample((seed, samples, inputs, density, step) =>
    {
        // Rates as of analog inputs, which leave no ties.
        var random = new Random(seed);
        double[,] x = new double[samples, inputs];
        for (int i = 0; i < samples; i++)
            for (int j = 0; j < inputs; j++)
                x[i, j] = random.NextDouble() < density ? random.NextDouble() : 0;
        var rates = new RateMatrix(samples, inputs, (i, j) => x[i, j]);
        double[] weights = [.. Enumerable.Range(0, inputs).Select(_ => random.NextDouble() - 0.5)];
        var grid = new WeightGrid(7, false, false);
        Assert.Equal(Form("inputs", rates).Round(weights, step, grid), Form("samples", rates).Round(weights, step, grid));
    }, iter: 500, seed: "0000000000001", threads: 1);

    [Theory]
    [InlineData(100, 200, "InputCompensation")]
    [InlineData(99, 200, "SampleCompensation")]
    public void Few_samples_of_many_inputs_are_the_cheaper_side(int samples, int inputs, string form) =>
        Assert.Equal(form, ErrorCompensation.Of(RandomLayer.Create(1, samples, inputs, 1).Rates).GetType().Name);

    private static ErrorCompensation Form(string name, RateMatrix rates) =>
        name == "inputs" ? new InputCompensation(rates) : new SampleCompensation(rates);
}
