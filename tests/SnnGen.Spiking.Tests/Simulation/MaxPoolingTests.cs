using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>Max pooling of currents, by hand.</summary>
public class MaxPoolingTests
{
    [Fact]
    public void Each_window_takes_the_largest_of_its_own_places_and_channel()
    {
        int[] map =
        [
            1, 9, 2, 3,
            4, 5, 6, 8,
            7, 0, 11, 10,
        ];
        // Windows of 2 × 2, a row and two columns apart; the second channel is the first negated, so that its largest are the smallest.
        var window = new SlidingWindow(new FeatureMap(3, 4, 2), new FeatureMap(2, 2, 2), 2, 2, 1, 2, 0, 0, 1, 1);
        Assert.Equal([9, -1, 8, -2, 7, 0, 11, -6], OneLayer.Run(OfBiases(window, [.. map.SelectMany(value => new[] { value, -value })]), [[]]).Potentials);
    }

    [Fact]
    public void Places_beyond_the_border_are_no_candidates()
    {
        // Shifted by one, each window of 2 × 2 lies on one place of the map only.
        var window = new SlidingWindow(new FeatureMap(2, 2, 1), new FeatureMap(2, 2, 1), 2, 2, 2, 2, 1, 1, 1, 1);
        Assert.Equal([-3, -1, -2, -4], OneLayer.Run(OfBiases(window, [-3, -1, -2, -4]), [[]]).Potentials);
    }

    [Fact]
    public void Over_time_it_is_the_largest_sum_of_currents()
    {
        // The inputs give 5 to the left, 8 to the right and 2 to the left: sums of 5 and 0, 5 and 8, 7 and 8, 9 and 8.
        var window = new SlidingWindow(new FeatureMap(1, 2, 1), new FeatureMap(1, 1, 1), 1, 2, 1, 1, 0, 0, 1, 1);
        SpikingLayer layer = OneLayer.Dense(new Integrator(), 2, TensorOf.Integers(5, 0, 0, 8, 2, 0)) with
        {
            Shape = TensorShape.Of(1, 1, 1), Pooling = new MaxPooling(window),
        };
        Assert.Equal([5, 8, 8, 9], OneLayer.Potentials(OneLayer.Run(layer, [0], [1], [2], [2]), 0));
    }

    // The currents are the biases: the only input has no weight.
    private static SpikingLayer OfBiases(SlidingWindow window, int[] biases) => OneLayer.Dense(new Integrator(), biases.Length, TensorOf.Integers(new int[biases.Length])) with
    {
        Shape = TensorShape.Of(window.Output.Height, window.Output.Width, window.Output.Channels),
        Bias = TensorOf.Integers(biases), Pooling = new MaxPooling(window),
    };
}
