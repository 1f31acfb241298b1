using CsCheck;
using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Products with tables of weights, against plain loops.</summary>
public class RowsTests
{
    private static readonly Gen<(int Inputs, int Stride, int Seed)> s_sizes =
        Gen.Select(Gen.Int[1, 130], Gen.Int[1, 6].Select(vectors => vectors * Int8Rows.Lanes), Gen.Int);

    [Fact]
    public void Rows_of_spikes_are_added_in_ascending_order() => s_sizes.Sample(size =>
    {
        (int inputs, int stride, int seed) = size;
        var random = new Random(seed);
        float[] weights = [.. Enumerable.Range(0, inputs * stride).Select(_ => random.NextSingle() - 0.5f)];
        sbyte[] bytes = [.. weights.Select(w => (sbyte)(w * 254))];
        bool[] spikes = [.. Enumerable.Range(0, inputs).Select(_ => random.Next(2) == 0)];
        float[] expected = new float[stride], actual = new float[stride];
        int[] expectedOfBytes = new int[stride], actualOfBytes = new int[stride];
        for (int i = 0; i < inputs; i++)
        {
            for (int j = 0; spikes[i] && j < stride; j++)
            {
                expected[j] += weights[(i * stride) + j];
                expectedOfBytes[j] += bytes[(i * stride) + j];
            }
        }
        ulong[] words = Pack(spikes);
        int count = spikes.Count(s => s);
        Assert.Equal(count, Float32Rows.AddSelected(actual, weights, words));
        Assert.Equal(count, Int8Rows.AddSelected(actualOfBytes, bytes, words));
        Assert.Equal(expected, actual);
        Assert.Equal(expectedOfBytes, actualOfBytes);
    }, iter: 100);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-255)]
    [InlineData(255)]
    public void A_scaled_row_is_added(int x)
    {
        sbyte[] row = [.. Enumerable.Range(-24, 48).Select(w => (sbyte)(w * 5))];
        int[] currents = [.. Enumerable.Range(0, 48)];
        Int8Rows.AddScaled(currents, row, x);
        Assert.Equal(row.Select((w, j) => j + (w * x)), currents);

        float[] floats = [.. Enumerable.Range(0, 48).Select(j => (float)j)];
        Float32Rows.AddScaled(floats, [.. row.Select(w => (float)w)], x);
        Assert.Equal(currents.Select(c => (float)c), floats);
    }

    [Fact]
    public void Rows_that_do_not_fit_the_currents_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Int8Rows.AddScaled(new int[32], new sbyte[16], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Int8Rows.AddScaled(new int[15], new sbyte[15], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Int8Rows.AddSelected(new int[16], new sbyte[16], [0b10]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Float32Rows.AddSelected(new float[16], new float[16], [0b10]));
    }

    private static ulong[] Pack(bool[] spikes)
    {
        var words = new ulong[(spikes.Length + 63) / 64];
        for (int i = 0; i < spikes.Length; i++)
            words[i / 64] |= spikes[i] ? 1UL << (i % 64) : 0;
        return words;
    }
}
