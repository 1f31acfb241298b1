using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Further projections: from a layer to itself, to earlier ones, past others.</summary>
internal static class RecurrenceChanges
{
    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } = [Dense, Dense, Windows, Windows];

    /// <summary>The network with one more projection to a layer.</summary>
    public static SpikingNetwork With(SpikingNetwork network, int target, Projection projection) => network with
    {
        Layers = network.Layers.Select((layer, index) => index != target ? layer : layer with
        {
            Projections = layer.Projections.Append(projection).ToEquatableArray(),
            // Loihi rounds the sum of one projection only.
            Neuron = layer.Neuron is LoihiNeuron neuron ? neuron with { WeightExponent = Math.Clamp(neuron.WeightExponent, layer.Projections.All(p => p.IsAnalog) ? -1 : 0, 1) } : layer.Neuron,
        }).ToEquatableArray(),
    };

    private static SpikingNetwork Dense(SpikingNetwork network, Random random)
    {
        int target = random.Next(network.Layers.Count), source = random.Next(-1, network.Layers.Count);
        SpikingLayer layer = network.Layers[target];
        int inputs = source < 0 ? network.InputSize : network.Layers[source].Neurons;
        return With(network, target, Delayed(random, layer, new Projection(
            source, ChannelOrder.Last, null, new DenseConnection(inputs, layer.Currents, Weights(network, layer, random, inputs * layer.Currents)))));
    }

    // Places of a map that drive those around them, on the same map or on another one.
    private static SpikingNetwork Windows(SpikingNetwork network, Random random)
    {
        int target = random.Next(network.Layers.Count), source = random.Next(network.Layers.Count);
        SpikingLayer layer = network.Layers[target];
        if (layer.Pooling is not null)
            return network;
        FeatureMap from = Map(network.Layers[source].Shape), to = Map(layer.Shape);
        int kernel = random.Next(1, 4);
        var window = new SlidingWindow(from, to, kernel, kernel, random.Of(1, 1, 2), random.Of(1, 1, 2), random.Next(2), random.Next(2), random.Of(1, 1, 2), random.Of(1, 1, 2));
        int groups = random.Of<int>([.. Enumerable.Range(1, from.Channels).Where(count => from.Channels % count == 0 && to.Channels % count == 0)]);
        return With(network, target, Delayed(random, layer, new Projection(
            source, ChannelOrder.Last, null, new ConvolutionConnection(window, groups, Weights(network, layer, random, from.Channels * window.Taps * to.Channels / groups)))));
    }

    private static FeatureMap Map(TensorShape shape) => shape.Dimensions.Count == 3
        ? new FeatureMap(shape.Dimensions[0], shape.Dimensions[1], shape.Dimensions[2])
        : new FeatureMap(1, 1, shape.Size);

    private static Projection Delayed(Random random, SpikingLayer layer, Projection projection) => random.Next(3) switch
    {
        _ when layer.Neuron is LoihiNeuron => projection with { Delay = 1 },
        0 => projection with { Delay = 1 },
        1 => projection with { Delay = random.Of(2, 3, 17, 40) },
        _ => projection with { InputDelays = Draw.Values(projection.Inputs, () => random.Next(1, 6)) },
    };

    // Few and small: others are there already.
    private static Tensor Weights(SpikingNetwork network, SpikingLayer layer, Random random, int count) => layer.Neuron is LoihiNeuron
        ? new IntegerTensor(TensorShape.Of(count), 16, Draw.Values(count, () => random.Next(8) == 0 ? random.Of(-128, 128) : 0))
        : Draw.Tensor(network.Arithmetic, count, () => random.Next(-1, 2), () => random.NextSingle() - 0.5f);
}
