using CsCheck;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Leaks that are shifts.</summary>
public class LeakShiftTests
{
    [Theory]
    [InlineData(1000, 3, 875)]
    [InlineData(-1000, 3, -875)]
    [InlineData(7, 3, 7)] // too small to leak
    [InlineData(-1, 3, 0)] // an arithmetic shift of -1 is -1
    [InlineData(-9, 3, -7)]
    [InlineData(100_000, 15, 99_997)]
    public void The_membrane_leaks_by_an_arithmetic_shift(int start, int shift, int expected)
    {
        var neuron = new LeakyIntegrateAndFire(LeakShift.Leak(shift), ResetMode.Zero) { LeakForm = LeakForm.Shift };
        Assert.Equal(expected, Run(Chain.FixedPoint(neuron, 1, threshold: 1 << 20, start: start), 0, 1).Potentials()[0]);
    }

    [Fact]
    public void Synapse_and_membrane_have_shifts_of_their_own()
    {
        // i: 100, 100 − 50 + 100 = 150; v: 100, 100 − 25 + 150 = 225.
        var neuron = new CurrentBasedLeakyIntegrateAndFire(LeakShift.Leak(1), LeakShift.Leak(2), ResetMode.Zero) { LeakForm = LeakForm.Shift };
        LayerSimulator layer = Run(Chain.FixedPoint(neuron, 1, threshold: 1 << 20), 100, 2);
        Assert.Equal((150, 225), (layer.SynapticCurrents()[0], layer.Potentials()[0]));
    }

    [Fact]
    public void Shift_and_mantissa_of_the_same_share_differ_by_their_rounding_only() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[-1 << 24, 1 << 24]).Sample((shift, start) =>
        {
            var mantissa = new LeakyIntegrateAndFire(LeakShift.Leak(shift), ResetMode.Zero);
            double shifted = Run(Chain.FixedPoint(mantissa with { LeakForm = LeakForm.Shift }, 1, threshold: 1 << 26, start: start), 0, 1).Potentials()[0];
            double rounded = Run(Chain.FixedPoint(mantissa, 1, threshold: 1 << 26, start: start), 0, 1).Potentials()[0];
            double exact = start * LeakShift.Leak(shift);
            Assert.Equal(Math.Truncate(exact), rounded);
            Assert.Equal(Math.Ceiling(exact), shifted);
        }, iter: 500, threads: 1);

    [Fact]
    public void The_shares_are_found_by_their_shift()
    {
        for (int shift = 1; shift <= LeakShift.Largest; shift++)
            Assert.Equal(shift, LeakShift.Of(LeakShift.Leak(shift)));
        Assert.Null(LeakShift.Of(0.9));
        Assert.Null(LeakShift.Of(1));
        Assert.Equal(3, LeakShift.Nearest(0.9));
        Assert.Equal(1, LeakShift.Nearest(0.01));
        Assert.Equal(1, LeakShift.Nearest(0.625)); // as far from 1/2 as from 3/4
        Assert.Equal(LeakShift.Largest, LeakShift.Nearest(1));
    }

    private static LayerSimulator Run(SpikingNetwork network, int q, int steps)
    {
        NetworkValidator.Validate(network);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([q]);
        var raster = new SpikeRaster(steps, 1);
        for (int step = 0; step < steps; step++)
            layer.Step(_ => null, raster, step);
        return layer;
    }
}
