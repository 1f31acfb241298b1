using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Potentials that leave the range of their bits.</summary>
public class OverflowTests
{
    [Theory]
    [InlineData(8, 100, 100, -56)]
    [InlineData(8, -100, -100, 56)]
    [InlineData(8, 0, 1000, -24)]
    [InlineData(16, 32_000, 1_000, -32_536)]
    [InlineData(31, (1 << 30) - 1, 5, -(1 << 30) + 4)]
    [InlineData(32, int.MaxValue, 5, int.MinValue + 4)]
    [InlineData(32, int.MinValue, -5, int.MaxValue - 4)]
    public void A_potential_that_wraps_comes_in_at_the_other_end(int bits, int start, int current, int expected) =>
        Assert.Equal(expected, Run(bits, PotentialOverflow.Wrap, start, current).Potential);

    [Theory]
    [InlineData(8, 100, 100, 127)]
    [InlineData(8, -100, -100, -128)]
    [InlineData(20, 524_000, 1_000, 524_287)]
    [InlineData(32, int.MaxValue - 2, 5, int.MaxValue)]
    [InlineData(32, int.MinValue + 2, -5, int.MinValue)]
    public void A_potential_that_saturates_stops_at_the_end(int bits, int start, int current, int expected) =>
        Assert.Equal(expected, Run(bits, PotentialOverflow.Saturate, start, current).Potential);

    [Fact]
    public void The_wrapped_potential_is_what_the_threshold_sees()
    {
        // 120 + 100 = 220 is -36 in 8 bits, and -100 - 100 is 56.
        Assert.False(Run(8, PotentialOverflow.Wrap, 120, 100, threshold: 50).Spikes);
        Assert.True(Run(8, PotentialOverflow.Saturate, 120, 100, threshold: 50).Spikes);
        Assert.True(Run(8, PotentialOverflow.Wrap, -100, -100, threshold: 50).Spikes);
    }

    [Fact]
    public void A_readout_wraps_too()
    {
        SpikingNetwork network = Wrapping(Chain.FixedPoint(new IntegrateAndFire(ResetMode.Zero), 200, threshold: 1, potentialBits: 8), PotentialOverflow.Wrap);
        Assert.Equal(200 - 256, new ReferenceSimulator(network).Run([100]).Potentials[0]);
        Assert.Equal(127, new ReferenceSimulator(Wrapping(network, PotentialOverflow.Saturate)).Run([100]).Potentials[0]);
    }

    [Fact]
    public void No_potential_ever_leaves_its_bits()
    {
        int left = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            SpikingNetwork network = RandomChipNetwork.Create(seed);
            var arithmetic = (FixedPointArithmetic)network.Arithmetic;
            byte[] input = new byte[network.InputSize];
            new Random(seed).NextBytes(input);
            double[] potentials = new ReferenceSimulator(network).Run(input).Potentials;
            Assert.All(potentials, v => Assert.InRange(v, arithmetic.MinimumPotential, arithmetic.MaximumPotential));
            SpikingNetwork other = Wrapping(network, 1 - arithmetic.Overflow);
            left += new ReferenceSimulator(other).Run(input).Potentials.SequenceEqual(potentials) ? 0 : 1;
        }
        Assert.InRange(left, 10, 90); // some networks do overflow
    }

    private static (double Potential, bool Spikes) Run(int bits, PotentialOverflow overflow, int start, int current, int? threshold = null)
    {
        SpikingNetwork network = Wrapping(
            Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), 1, bias: current, threshold: 1, start: start, potentialBits: bits), overflow);
        NetworkValidator.Validate(network);
        // Without a threshold in reach: no valid network can look at the largest potential without a spike.
        SpikingLayer layer = threshold is null
            ? network.Layers[0] with { Neuron = new Integrator() }
            : network.Layers[0] with { Threshold = new IntegerTensor(TensorShape.Of(1), 32, new([threshold.Value])) };
        LayerSimulator simulator = LayerSimulator.Create(layer, network.Arithmetic);
        var raster = new SpikeRaster(1, 1);
        simulator.Step(_ => null, raster, 0);
        return (simulator.Potentials()[0], raster[0, 0]);
    }

    private static SpikingNetwork Wrapping(SpikingNetwork network, PotentialOverflow overflow) =>
        network with { Arithmetic = (FixedPointArithmetic)network.Arithmetic with { Overflow = overflow } };
}
