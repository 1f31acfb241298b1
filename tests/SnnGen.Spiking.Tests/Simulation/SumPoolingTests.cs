using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Spikes that are summed over windows before the synapses.</summary>
public class SumPoolingTests
{
    // The four quarters of a 4 × 4 map.
    private static readonly SumPooling s_quarters = new(new SlidingWindow(new FeatureMap(4, 4, 1), new FeatureMap(2, 2, 1), 2, 2, 2, 2, 0, 0, 1, 1));

    [Fact]
    public void Every_place_counts_for_the_one_window_that_it_lies_in()
    {
        SpikingLayer layer = Pooled(s_quarters, OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1, 10, 100, 120)));
        double[] expected =
        [
            1, 1, 10, 10,
            1, 1, 10, 10,
            100, 100, 120, 120,
            100, 100, 120, 120,
        ];
        Assert.Equal(expected, Enumerable.Range(0, 16).Select(input => OneLayer.Run(layer, [input]).Potentials[0]));
        Assert.All(Enumerable.Range(0, 16), input => Assert.Equal(1, OneLayer.Run(layer, [input]).SynapticOperations));
    }

    [Fact]
    public void A_place_under_two_windows_counts_for_both()
    {
        var overlapping = new SumPooling(new SlidingWindow(new FeatureMap(1, 3, 1), new FeatureMap(1, 2, 1), 1, 2, 1, 1, 0, 0, 1, 1));
        SimulationResult result = OneLayer.Run(Pooled(overlapping, OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1, 10))), [1]);
        Assert.Equal(11, result.Potentials[0]);
        Assert.Equal(2, result.SynapticOperations);
    }

    [Fact]
    public void A_convolution_goes_on_from_the_window()
    {
        // A kernel of one tap: whatever lies in the last quarter reaches the last place.
        var window = new SlidingWindow(new FeatureMap(2, 2, 1), new FeatureMap(2, 2, 2), 1, 1, 1, 1, 0, 0, 1, 1);
        SpikingLayer layer = Pooled(s_quarters, OneLayer.Create(new Integrator(), new ConvolutionConnection(window, 1, TensorOf.Integers(3, 5)))) with
        {
            Shape = TensorShape.Of(2, 2, 2),
        };
        SimulationResult result = OneLayer.Run(layer, [2 * 4 + 2]);
        Assert.Equal([0, 0, 0, 0, 0, 0, 3, 5], result.Potentials);
        Assert.Equal(2, result.SynapticOperations);
    }

    [Fact]
    public void What_follows_a_window_has_its_channels_last()
    {
        var pooling = new SumPooling(new SlidingWindow(new FeatureMap(2, 2, 2), new FeatureMap(1, 1, 2), 2, 2, 2, 2, 0, 0, 1, 1));
        SpikingLayer layer = Pooled(pooling, OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(1, 10)), ChannelOrder.First);
        Assert.Equal([1, 1, 1, 1, 10, 10, 10, 10], Enumerable.Range(0, 8).Select(input => OneLayer.Run(layer, [input]).Potentials[0]));
    }

    private static SpikingLayer Pooled(SumPooling pooling, SpikingLayer layer, ChannelOrder order = ChannelOrder.Last) => layer with
    {
        Projections = new EquatableArray<Projection>([layer.Projections[0] with { Pooling = pooling, Order = order }]),
    };
}
