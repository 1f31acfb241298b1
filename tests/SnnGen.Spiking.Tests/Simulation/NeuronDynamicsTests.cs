using CsCheck;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Synaptic currents and refractory periods.</summary>
public class NeuronDynamicsTests
{
    [Fact]
    public void A_synaptic_current_climbs_to_the_geometric_limit()
    {
        // j = 1, 1.5, 1.75, …; v sums them up, as its membrane does not leak.
        double[] potentials = Potentials(Chain.Float32(new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Subtract), 1, threshold: 100), 5);
        Assert.Equal([1, 2.5, 4.25, 6.125, 8.0625], potentials);
    }

    [Fact]
    public void Synapse_and_membrane_leak_on_their_own() =>
        Assert.Equal([1, 1.75, 2.1875], Potentials(Chain.Float32(new CurrentBasedLeakyIntegrateAndFire(0.5, 0.25, ResetMode.Zero), 1, threshold: 100), 3));

    [Theory]
    [InlineData(ResetMode.Subtract)]
    [InlineData(ResetMode.Zero)]
    public void A_neuron_that_rests_fires_no_more_than_once_in_its_period(ResetMode reset) =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 30], Gen.Int[0, 255]).Sample((period, steps, q) =>
        {
            SpikeRaster spikes = Run(reset, period, steps, q, threshold: 40);
            int[] times = [.. Enumerable.Range(0, steps).Where(step => spikes[step, 0])];
            Assert.All(times.Zip(times.Skip(1), (a, b) => b - a), gap => Assert.True(gap > period));
            if (q >= 40)
                Assert.Equal((steps + period) / (period + 1), times.Length);
        }, iter: 200, threads: 1);

    [Fact]
    public void What_arrives_in_the_refractory_period_is_lost()
    {
        // q = 100, θ = 100, no start: a spike at 1, rest at 2 and 3, a spike at 4.
        SpikeRaster spikes = Run(ResetMode.Subtract, 2, 8, 100, threshold: 100);
        Assert.Equal([0, 3, 6], Enumerable.Range(0, 8).Where(step => spikes[step, 0]));
    }

    [Fact]
    public void An_integer_synapse_saturates_instead_of_overflowing()
    {
        SpikingNetwork network = Chain.FixedPoint(
            new CurrentBasedLeakyIntegrateAndFire(4095 / 4096.0, 1, ResetMode.Zero), 1, bias: 1 << 29, threshold: (1 << 30) - 1);
        double[] potentials = Potentials(network, 50);
        Assert.All(potentials, v => Assert.InRange(v, 0, (1 << 30) - 1));
    }

    private static SpikeRaster Run(ResetMode reset, int period, int steps, int q, int threshold) => new ReferenceSimulator(
        Chain.FixedPoint(new IntegrateAndFire(reset) { Refractory = period }, steps, threshold: threshold)).Run([(byte)q]).Rasters[0];

    private static double[] Potentials(SpikingNetwork network, int steps)
    {
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([1]);
        var raster = new SpikeRaster(steps, 1);
        var potentials = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            layer.Step(_ => null, raster, step);
            potentials[step] = layer.Potentials()[0];
        }
        return potentials;
    }
}
