using System.Numerics;
using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

public class InputLevelsTests
{
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 255)]
    [InlineData(0.5f, 128)]
    [InlineData(0.001f, 0)]
    [InlineData(0.002f, 1)]
    [InlineData(1.5f, 255)]
    [InlineData(-0.1f, 0)]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 255)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.MaxValue, 255)]
    public void Values_are_rounded_and_clamped_to_255_levels(float x, byte expected)
    {
        Assert.Equal(expected, InputLevels.Quantise(x, scale: 1f, offset: 0f));
        if (float.IsFinite(x) && MathF.Abs(x) < 10)
            Assert.Equal(expected, InputLevels.Quantise((4 * x) - 2, scale: 4f, offset: -2f));
    }

    [Fact]
    public void A_negative_scale_turns_the_input_around() => Assert.Equal(255, InputLevels.Quantise(-3f, scale: -3f, offset: 0f));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(254)]
    [InlineData(255)]
    public void An_input_spikes_as_often_as_its_level_says_and_evenly_spread(byte level)
    {
        const int wordsPerFrame = 2, input = 70;
        var frames = new ulong[wordsPerFrame * 300];
        InputLevels.EncodeRate(frames, wordsPerFrame, input, level);

        Assert.Equal(((255 / 2) + (300 * level)) / 255, frames.Sum(BitOperations.PopCount));
        int spikes = 0;
        for (int step = 0; step < 300; step++)
        {
            Assert.Equal(0UL, frames[step * wordsPerFrame]);
            Assert.Equal(0UL, frames[(step * wordsPerFrame) + 1] & ~(1UL << (input & 63)));
            spikes += BitOperations.PopCount(frames[(step * wordsPerFrame) + 1]);
            Assert.Equal(((255 / 2) + ((step + 1) * level)) / 255, spikes);
        }
    }
}
