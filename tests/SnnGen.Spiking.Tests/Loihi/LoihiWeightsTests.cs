using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Weights as Loihi's synapses hold them.</summary>
public class LoihiWeightsTests
{
    [Theory]
    [InlineData(8, 127, 126)] // mixed signs cost the lowest bit
    [InlineData(8, -127, -128)]
    [InlineData(8, 300, 254)]
    [InlineData(8, -300, -256)]
    [InlineData(6, 15, 8)]
    [InlineData(6, -15, -16)]
    [InlineData(1, 255, 0)]
    [InlineData(1, -1, -256)]
    public void Mixed_weights_are_rounded_down(int bits, int weight, int expected) =>
        Assert.Equal(expected, LoihiWeights.Truncate(weight, bits, LoihiSignMode.Mixed));

    [Theory]
    [InlineData(8, 255, 255)]
    [InlineData(8, 256, 255)]
    [InlineData(7, 255, 254)]
    [InlineData(4, 47, 32)]
    [InlineData(8, -3, 0)]
    public void Excitatory_weights_keep_one_bit_more(int bits, int weight, int expected) =>
        Assert.Equal(expected, LoihiWeights.Truncate(weight, bits, LoihiSignMode.Excitatory));

    [Theory]
    [InlineData(8, -255, -255)]
    [InlineData(8, -256, -255)]
    [InlineData(7, -255, -254)] // the negative of an excitatory weight: rounded up
    [InlineData(4, -47, -32)]
    [InlineData(8, 3, 0)]
    public void Inhibitory_weights_are_negated_excitatory_ones(int bits, int weight, int expected) =>
        Assert.Equal(expected, LoihiWeights.Truncate(weight, bits, LoihiSignMode.Inhibitory));

    [Fact]
    public void The_signs_decide_the_mode()
    {
        Assert.Equal(LoihiSignMode.Mixed, LoihiWeights.ModeOf([1, -1, 0]));
        Assert.Equal(LoihiSignMode.Excitatory, LoihiWeights.ModeOf([1, 0]));
        Assert.Equal(LoihiSignMode.Inhibitory, LoihiWeights.ModeOf([-1, 0]));
        Assert.Equal(LoihiSignMode.Excitatory, LoihiWeights.ModeOf([0]));
    }

    [Fact]
    public void What_is_held_is_held_unchanged()
    {
        foreach (LoihiSignMode mode in Enum.GetValues<LoihiSignMode>())
            for (int bits = 1; bits <= 8; bits++)
                for (int weight = -300; weight <= 300; weight++)
                {
                    int held = LoihiWeights.Truncate(weight, bits, mode);
                    Assert.Equal(held, LoihiWeights.Truncate(held, bits, mode));
                    Assert.InRange(held, -256, 255);
                }
    }
}
