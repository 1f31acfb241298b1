using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

public class FixedPointTests
{
    [Theory]
    [InlineData(8, 127)]
    [InlineData(16, 32_767)]
    [InlineData(31, (1 << 30) - 1)]
    public void The_potential_saturates_at_both_ends(int bits, int largest)
    {
        Assert.Equal(-largest - 1, PotentialAfter(bits, bias: -FixedPointLimit(largest), steps: 3));
        // The threshold is the largest potential, so reaching it fires and subtracts it.
        Assert.Equal(0, PotentialAfter(bits, bias: FixedPointLimit(largest), steps: 1));
    }

    [Fact]
    public void Saturation_acts_before_the_threshold_is_compared()
    {
        var network = Chain.FixedPoint(
            new IntegrateAndFire(ResetMode.Subtract), 1, bias: 1000, threshold: 127, start: 0, potentialBits: 8);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([0]);
        var raster = new SpikeRaster(1, 1);
        layer.Step(_ => null, raster, 0);
        Assert.True(raster[0, 0]);
        Assert.Equal(0, layer.Potentials()[0]);
    }

    private static int FixedPointLimit(int largest) => Math.Min(FixedPointArithmetic.CurrentLimit - 255, 2 * largest);

    private static double PotentialAfter(int bits, int bias, int steps)
    {
        int largest = (1 << (bits - 1)) - 1;
        var network = Chain.FixedPoint(
            new IntegrateAndFire(ResetMode.Subtract), steps, bias, threshold: largest, start: bias < 0 ? 0 : largest / 2, potentialBits: bits);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([0]);
        var raster = new SpikeRaster(steps, 1);
        for (int step = 0; step < steps; step++)
            layer.Step(_ => null, raster, step);
        return layer.Potentials()[0];
    }
}
