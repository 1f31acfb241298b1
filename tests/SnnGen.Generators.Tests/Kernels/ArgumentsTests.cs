using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

public class ArgumentsTests
{
    [Fact]
    public void An_input_of_another_length_is_refused_with_both_lengths()
    {
        Arguments.RequireLength(784, 784, "input");
        var error = Assert.Throws<ArgumentException>(() => Arguments.RequireLength(783, 784, "input"));
        Assert.Contains("takes 784 inputs, not 783", error.Message, StringComparison.Ordinal);
        Assert.Equal("input", error.ParamName);
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    public void A_frame_has_one_bit_an_input_in_whole_words(int inputs, int words)
    {
        Arguments.RequireFrame(new ulong[words], inputs);
        var error = Assert.Throws<ArgumentException>(() => Arguments.RequireFrame(new ulong[words + 1], inputs));
        Assert.Contains($"a frame of {inputs} inputs has {words} words, not {words + 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spike_beyond_the_last_input_is_refused()
    {
        Arguments.RequireFrame([0b111], 3);
        Arguments.RequireFrame([ulong.MaxValue], 64);
        var error = Assert.Throws<ArgumentException>(() => Arguments.RequireFrame([0b1000], 3));
        Assert.Contains("beyond the last of 3 inputs", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(int.MinValue)]
    public void An_index_out_of_range_is_refused(int index)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Arguments.RequireIndex(index, 5, "step"));
        Assert.Contains("must be at least 0 and less than 5", error.Message, StringComparison.Ordinal);
        Arguments.RequireIndex(4, 5, "step");
    }

    [Fact]
    public void A_step_without_a_held_input_says_what_to_call()
    {
        Arguments.RequireHeld(true);
        var error = Assert.Throws<InvalidOperationException>(() => Arguments.RequireHeld(false));
        Assert.Contains("call Hold before Step", error.Message, StringComparison.Ordinal);
    }
}
