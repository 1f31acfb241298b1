using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Covering;

/// <summary>What a projection is: its source, its windows, its weights, its delays.</summary>
internal static class ProjectionFeatures
{
    public static readonly (string Dimension, string[] Values)[] Dimensions =
    [
        ("connection", ["dense", "convolution"]),
        ("source", ["input", "earlier", "self", "later"]),
        ("source passes", ["spikes", "potentials"]),
        ("delay", ["none", "one", "more", "own"]),
        ("spike worth", ["1", "255", "other"]),
        ("channels", Enum.GetNames<ChannelOrder>()),
        ("sum pooling", ["none", "few taps", "many taps"]),
        ("groups", ["1", "some", "all"]),
        ("stride", ["1", "more"]),
        ("dilation", ["1", "more"]),
        ("padding", ["0", "more"]),
        ("storage", ["8", "16", "32"]),
        ("signs", ["both", "positive", "negative", "none"]),
        ("pruned input", ["True", "False"]),
    ];

    // More than one byte, signed, holds.
    private const int ManyTaps = 127;

    /// <summary>The features of a projection.</summary>
    public static IEnumerable<string> Of(SpikingNetwork network, int layer, Projection projection)
    {
        yield return $"source: {(projection.Source < 0 ? "input" : projection.Source < layer ? "earlier" : projection.Source == layer ? "self" : "later")}";
        yield return $"source passes: {(projection.Source < 0 || network.Layers[projection.Source].Neuron is Spiking.Neurons.SpikingNeuron ? "spikes" : "potentials")}";
        yield return $"delay: {(projection.ShortestDelay < projection.LongestDelay ? "own" : projection.LongestDelay switch { 0 => "none", 1 => "one", _ => "more" })}";
        yield return $"spike worth: {projection.SpikeWorth switch { 1 => "1", 255 => "255", _ => "other" }}";
        yield return $"sum pooling: {projection.Pooling?.Window.Taps switch { null => "none", <= ManyTaps => "few taps", _ => "many taps" }}";
        if (projection.Pooling is not null || projection.Connection is ConvolutionConnection)
            yield return $"channels: {projection.Order}";
        foreach (string feature in OfConnection(projection.Connection).Concat(OfWeights(projection.Connection)))
            yield return feature;
    }

    private static IEnumerable<string> OfConnection(Connection connection)
    {
        if (connection is not ConvolutionConnection convolution)
            return ["connection: dense"];
        SlidingWindow window = convolution.Window;
        return
        [
            "connection: convolution",
            $"groups: {(convolution.Groups == 1 ? "1" : convolution.Groups == window.Input.Channels ? "all" : "some")}",
            $"stride: {More(Math.Max(window.StrideHeight, window.StrideWidth), 1)}",
            $"dilation: {More(Math.Max(window.DilationHeight, window.DilationWidth), 1)}",
            $"padding: {More(Math.Max(window.PaddingTop, window.PaddingLeft), 0)}",
        ];
    }

    private static IEnumerable<string> OfWeights(Connection connection)
    {
        float[] weights = connection.Weights is IntegerTensor integers ? [.. integers.Values.Select(w => (float)w)] : [.. ((Float32Tensor)connection.Weights).Values];
        bool isPositive = weights.Any(w => w > 0), isNegative = weights.Any(w => w < 0);
        yield return $"signs: {(isPositive && isNegative ? "both" : isPositive ? "positive" : isNegative ? "negative" : "none")}";
        int row = connection is ConvolutionConnection c ? c.Window.Taps * c.FanOut : connection.Outputs;
        yield return $"pruned input: {weights.Chunk(row).Any(chunk => chunk.All(w => w == 0))}";
        if (connection.Weights is IntegerTensor stored)
            yield return $"storage: {stored.Bits}";
    }

    private static string More(int value, int least) => value == least ? $"{least}" : "more";
}
