using CsCheck;
using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Sums of rows of floats, against plain loops, bit for bit.</summary>
public class Float32RowsTests
{
    [Fact]
    public void Rows_are_added_in_ascending_order_and_rounded_once() => Gen.Select(Gen.Int[1, 60], Gen.Int[1, 7], Gen.Int).Sample((inputs, vectors, seed) =>
    {
        var random = new Random(seed);
        int stride = vectors * 16;
        float[] weights = [.. Enumerable.Range(0, inputs * stride).Select(_ => random.NextSingle() - 0.5f)];
        float[] start = [.. Enumerable.Range(0, stride).Select(_ => random.NextSingle() - 0.5f)];
        InputValue[] active = [.. Enumerable.Range(0, inputs).Where(_ => random.Next(2) == 0).Select(i => new InputValue(i, random.Next(2) == 0 ? 1f : random.NextSingle()))];
        float[] expected = [.. start], actual = new float[stride];
        foreach (InputValue input in active)
            for (int j = 0; j < stride; j++)
                expected[j] += weights[(input.Index * stride) + j] * input.Value;
        Float32Rows.Add(actual, start, weights, active);
        Assert.Equal(expected, actual);
    }, iter: 100);

    [Fact]
    public void Rows_beyond_the_table_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Float32Rows.Add(new float[16], new float[16], new float[16], [new InputValue(1, 1f)]));
}
