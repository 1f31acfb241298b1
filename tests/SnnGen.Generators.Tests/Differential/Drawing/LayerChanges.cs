using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Changes of what a layer is, its neurons left out.</summary>
internal static class LayerChanges
{
    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } = [Shape, MaxPooling, Twice, Counts, Quiet];

    // The same neurons, numbered as places and channels, or as channels alone.
    private static SpikingNetwork Shape(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer =>
    {
        FeatureMap map = Map(layer.Neurons, random);
        return layer with { Shape = random.Coin() ? TensorShape.Of(layer.Neurons) : TensorShape.Of(map.Height, map.Width, map.Channels) };
    });

    // A fully connected layer of more currents, of which windows are pooled.
    private static SpikingNetwork MaxPooling(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer =>
    {
        if (layer.Pooling is not null || layer.Projections.Any(projection => projection.Connection is not DenseConnection))
            return layer;
        FeatureMap map = Map(layer.Neurons, random);
        int rows = random.Next(1, 4), columns = random.Next(1, 4);
        var currents = new FeatureMap(map.Height * rows, map.Width * columns, map.Channels);
        var window = new SlidingWindow(currents, map, random.Next(1, 4), random.Next(1, 4), rows, columns, 0, 0, 1, 1);
        return layer with
        {
            Shape = TensorShape.Of(map.Height, map.Width, map.Channels),
            Pooling = new MaxPooling(window),
            Projections = layer.Projections.Select(projection => projection with
            {
                Connection = new DenseConnection(projection.Connection.Inputs, currents.Size, Draw.Resized(projection.Connection.Weights, projection.Connection.Inputs * currents.Size)),
            }).ToEquatableArray(),
            Bias = Draw.Resized(layer.Bias, random.Of(1, map.Channels, currents.Size)),
        };
    });

    // Two projections from one source.
    private static SpikingNetwork Twice(SpikingNetwork network, Random random)
    {
        int target = random.Next(network.Layers.Count);
        return RecurrenceChanges.With(network, target, network.Layers[target].Projections[0] with { Delay = random.Next(3) });
    }

    private static SpikingNetwork Counts(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer => layer with
    {
        Bias = Draw.Resized(layer.Bias, random.Of(1, layer.Channels, layer.Currents)),
        Threshold = Draw.Resized(layer.Threshold, random.Of(1, layer.Channels, layer.Neurons)),
        InitialPotential = Draw.Resized(layer.InitialPotential, random.Of(1, layer.Channels, layer.Neurons)),
    });

    // Outputs that hardly move, so that nothing saturates: those that an exact exit needs.
    private static SpikingNetwork Quiet(SpikingNetwork network, Random random)
    {
        SpikingLayer readout = network.Layers[^1] with
        {
            Bias = Draw.Changed(network.Layers[^1].Bias, (value, _) => Math.Sign(value), (value, _) => value),
            InitialPotential = Draw.Changed(network.Layers[^1].InitialPotential, (_, _) => 0, (value, _) => value),
            Projections = network.Layers[^1].Projections.Select(projection => projection with
            {
                SpikeWorth = projection.Source == Projection.NetworkInput ? projection.SpikeWorth : 1,
                Connection = projection.Connection with
                {
                    Weights = Draw.Changed(projection.Connection.Weights, (weight, k) => k % 7 == 0 ? Math.Sign(weight) : 0, (weight, _) => weight),
                },
            }).ToEquatableArray(),
        };
        return network with
        {
            TimeSteps = random.Of(1, 2, 5, 20), Layers = network.Layers.SkipLast(1).Append(readout).ToEquatableArray(),
            Output = network.Output with { Exit = random.Of(EarlyExit.Exact, network.Output.Exit) },
        };
    }

    private static FeatureMap Map(int neurons, Random random)
    {
        int channels = Divisor(neurons, random), height = Divisor(neurons / channels, random);
        return new FeatureMap(height, neurons / channels / height, channels);
    }

    private static int Divisor(int number, Random random) => random.Of<int>([.. Enumerable.Range(1, number).Where(divisor => number % divisor == 0)]);
}
