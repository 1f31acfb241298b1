using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Changes of synapses: their weights, and how long spikes take.</summary>
internal static class ProjectionChanges
{
    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } = [Delay, Delays, Worth, Order, Pruned, Signs, Storage, LoihiDelays];

    private static SpikingNetwork Delay(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
        projection with { Delay = random.Of(0, 1, 2, 17, 40), InputDelays = default });

    private static SpikingNetwork Delays(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
        projection with { InputDelays = Draw.Values(projection.Inputs, () => random.Of(1, 2, 9, random.Next(1, 20))) });

    private static SpikingNetwork LoihiDelays(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, layer) =>
        layer.Neuron is LoihiNeuron ? projection with { InputDelays = Draw.Values(projection.Inputs, () => random.Next(2)) } : projection);

    private static SpikingNetwork Worth(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
        projection with { SpikeWorth = random.Of(1, 2, 255, 1000, 32768) });

    private static SpikingNetwork Order(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
        projection with { Order = projection.Order == ChannelOrder.First ? ChannelOrder.Last : ChannelOrder.First });

    // Whole inputs, or whole outputs, of which nothing is left.
    private static SpikingNetwork Pruned(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
    {
        int row = projection.Connection is ConvolutionConnection c ? c.Window.Taps * c.FanOut : projection.Connection.Outputs;
        int column = projection.Connection is ConvolutionConnection d ? d.FanOut : projection.Connection.Outputs;
        int kind = random.Next(5), keep = random.Next(2, 4);
        bool Stays(int k) => kind switch
        {
            0 => false,
            1 => k / row % keep == 0,
            2 => k % column % keep == 0,
            _ => k * 7 % 11 < keep,
        };
        return WithWeights(projection, Draw.Changed(projection.Connection.Weights, (w, k) => Stays(k) ? w : 0, (w, k) => Stays(k) ? w : 0f));
    });

    private static SpikingNetwork Signs(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, _) =>
    {
        int sign = random.Of(-1, 1);
        return WithWeights(projection, Draw.Changed(projection.Connection.Weights, (w, _) => sign * Math.Abs(w), (w, _) => sign * Math.Abs(w)));
    });

    private static SpikingNetwork Storage(SpikingNetwork network, Random random) => Draw.Projection(network, random, (projection, layer) =>
        layer.Neuron is LoihiNeuron && random.Coin()
            ? WithWeights(projection, (IntegerTensor)Draw.Changed(projection.Connection.Weights, (w, _) => 64 * Math.Sign(w), (w, _) => w) with { Bits = random.Of(8, 16, 32) })
        : projection.Connection.Weights is IntegerTensor weights
            ? WithWeights(projection, weights with { Bits = weights.Values.All(w => w is >= sbyte.MinValue and <= sbyte.MaxValue) ? random.Of(8, 16, 32) : random.Of(16, 32) })
            : projection);

    private static Projection WithWeights(Projection projection, Tensor weights) => projection with { Connection = projection.Connection with { Weights = weights } };
}
