using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

public class ReadoutTests
{
    [Theory]
    [InlineData(new[] { 3 }, 0, 3)]
    [InlineData(new[] { 5, 5, 5 }, 0, 0)]
    [InlineData(new[] { 1, 7, 7, 2 }, 1, 0)]
    [InlineData(new[] { 7, 1, 3 }, 0, 4)]
    [InlineData(new[] { -9, -4, -6 }, 1, 2)]
    [InlineData(new[] { 1, 2, 3 }, 2, 1)]
    public void Of_integers_the_largest_wins_and_the_lowest_index_on_a_tie(int[] potentials, int expected, int expectedMargin)
    {
        Assert.Equal(expected, Readout.Decide(potentials, out int margin));
        Assert.Equal(expectedMargin, margin);

        float[] floats = [.. potentials.Select(v => (float)v)];
        Assert.Equal(expected, Float32Readout.Decide(floats, out float floatMargin));
        Assert.Equal(expectedMargin, floatMargin);
    }

    [Theory]
    [InlineData(new[] { float.NaN, -1f }, 1)]
    [InlineData(new[] { float.NaN, float.NegativeInfinity, float.NaN }, 1)]
    [InlineData(new[] { float.NaN, float.NaN }, 0)]
    [InlineData(new[] { 0f, -0f }, 0)]
    [InlineData(new[] { float.MaxValue, float.PositiveInfinity }, 1)]
    public void NaN_is_less_than_any_number_and_both_zeros_are_equal(float[] potentials, int expected) =>
        Assert.Equal(expected, Float32Readout.Decide(potentials, out float _));
}
