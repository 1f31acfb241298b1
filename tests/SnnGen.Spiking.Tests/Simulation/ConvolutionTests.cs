using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Which synapses a spike takes through a convolution, and how many.</summary>
public class ConvolutionTests
{
    // 3 × 3 taps with weights 1 to 9 to the first channel and ten times as much to the second, one place of padding.
    private static readonly SpikingLayer s_padded = Layer(
        new SlidingWindow(new FeatureMap(3, 3, 1), new FeatureMap(3, 3, 2), 3, 3, 1, 1, 1, 1, 1, 1), 1, [.. Enumerable.Range(1, 9).SelectMany(k => new[] { k, 10 * k })]);

    [Fact]
    public void A_spike_in_the_middle_reaches_every_place_through_the_opposite_tap()
    {
        SimulationResult result = OneLayer.Run(s_padded, [4]);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], result.Potentials.Where((_, j) => j % 2 == 0));
        Assert.Equal([90, 80, 70, 60, 50, 40, 30, 20, 10], result.Potentials.Where((_, j) => j % 2 == 1));
        Assert.Equal(9 * 2, result.SynapticOperations);
    }

    [Fact]
    public void A_spike_in_the_corner_has_only_the_synapses_on_the_map()
    {
        SimulationResult result = OneLayer.Run(s_padded, [0]);
        Assert.Equal([5, 4, 0, 2, 1, 0, 0, 0, 0], result.Potentials.Where((_, j) => j % 2 == 0));
        Assert.Equal(4 * 2, result.SynapticOperations);
    }

    [Fact]
    public void A_group_reaches_its_own_channels_alone_whatever_the_order_of_the_source()
    {
        // Two channels, each with 2 × 2 taps of its own and a stride of 2. Row 3, column 2 of the second channel is under
        // the lower left tap of the last window.
        var window = new SlidingWindow(new FeatureMap(4, 4, 2), new FeatureMap(2, 2, 2), 2, 2, 2, 2, 0, 0, 1, 1);
        SpikingLayer layer = Layer(window, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        SpikingLayer channelsFirst = layer with { Projections = new EquatableArray<Projection>([layer.Projections[0] with { Order = ChannelOrder.First }]) };
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 7], OneLayer.Run(layer, [(3 * 4 + 2) * 2 + 1]).Potentials);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 7], OneLayer.Run(channelsFirst, [(4 + 3) * 4 + 2]).Potentials);
        Assert.Equal(1, OneLayer.Run(layer, [(3 * 4 + 2) * 2 + 1]).SynapticOperations);
    }

    private static SpikingLayer Layer(SlidingWindow window, int groups, params int[] weights) =>
        OneLayer.Create(new Integrator(), new ConvolutionConnection(window, groups, TensorOf.Integers(weights))) with
        {
            Shape = TensorShape.Of(window.Output.Height, window.Output.Width, window.Output.Channels),
        };
}
