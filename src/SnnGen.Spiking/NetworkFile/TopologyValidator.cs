using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks that sources, windows and sizes of a layer fit together.</summary>
internal static class TopologyValidator
{
    private const int MaximumNeurons = 1 << 24;
    private const int MaximumSpikeWorth = 1 << 15;

    /// <param name="layer">The layer.</param>
    /// <param name="network">Its network.</param>
    /// <param name="index">Its index.</param>
    public static void Validate(SpikingLayer layer, SpikingNetwork network, int index)
    {
        Require(layer, layer.Shape.Dimensions.Count is 1 or 3, $"its shape {layer.Shape} must have 1 or 3 extents");
        Require(layer, layer.Neurons <= MaximumNeurons, $"{layer.Neurons} neurons are more than {MaximumNeurons}");
        Require(layer, layer.Projections.Count > 0, "needs at least one projection");
        foreach (Projection projection in layer.Projections)
        {
            Require(layer, projection.Source >= Projection.NetworkInput && projection.Source < network.Layers.Count,
                $"its source {projection.Source} is neither {Projection.NetworkInput}, the input, nor a layer");
            Require(layer, IsWorth(layer, projection, network.Input.Encoding), $"a spike cannot be worth {projection.SpikeWorth}");
            Validate(layer, projection);
            int size = projection.Source == Projection.NetworkInput ? network.InputSize : network.Layers[projection.Source].Neurons;
            Require(layer, projection.Inputs == size, $"takes {projection.Inputs} inputs, but what comes before gives {size}");
            ValidateDelays(layer, projection, isForward: projection.Source < index);
            Require(layer, projection.Source == Projection.NetworkInput || network.Layers[projection.Source].Neuron is SpikingNeuron || network.Arithmetic is Float32Arithmetic,
                $"its source {projection.Source} never spikes, and only float32 takes the potentials of such a layer");
            Require(layer, projection.Connection.Outputs == layer.Currents, "its projections differ in size");
        }
        if (layer.Pooling is { } pooling)
            ValidatePooling(layer, pooling.Window);
        int currents = layer.Pooling?.Window.Input.Size ?? layer.Neurons;
        Require(layer, currents == layer.Currents, $"{layer.Currents} currents do not fit {layer.Neurons} neurons");
        Require(layer, layer.Pooling is null || layer.Pooling.Window.Output.Size == layer.Neurons, "its pooling gives another number of neurons");
    }

    private static void Validate(SpikingLayer layer, Projection projection)
    {
        if (projection.Pooling is { } pooling)
        {
            ValidatePooling(layer, pooling.Window);
            Require(layer, pooling.Window.Output.Size == projection.Connection.Inputs, "its pooling does not give what its synapses take");
        }
        if (projection.Connection is not ConvolutionConnection convolution)
        {
            Require(layer, projection.Connection.Inputs >= 1 && projection.Connection.Outputs >= 1, "a connection needs inputs and outputs");
            return;
        }
        ValidateWindow(layer, convolution.Window);
        Require(layer, convolution.Window.IsBesideMap, "a window of its convolution lies far from the map");
        Require(layer, convolution.Groups >= 1 && convolution.Window.Input.Channels % convolution.Groups == 0
            && convolution.Window.Output.Channels % convolution.Groups == 0, $"{convolution.Groups} groups do not divide its channels");
    }

    private static void ValidateDelays(SpikingLayer layer, Projection projection, bool isForward)
    {
        Require(layer, projection.InputDelays.Count == 0 || projection.InputDelays.Count == projection.Inputs,
            $"has {projection.InputDelays.Count} delays for {projection.Inputs} inputs");
        Require(layer, projection.ShortestDelay >= 0 && projection.LongestDelay <= Projection.MaximumDelay,
            $"a delay must be 0 to {Projection.MaximumDelay}");
        Require(layer, isForward || projection.ShortestDelay >= 1,
            $"its source {projection.Source} is the layer itself or a later one, which takes a delay of at least 1");
        Require(layer, layer.Neuron is not LoihiNeuron || projection.LongestDelay <= 1, "neurons of Loihi take delays of 0 or 1");
    }

    // To Loihi a spike is a spike; the analog input is the host's.
    private static bool IsWorth(SpikingLayer layer, Projection projection, InputEncoding encoding) => projection.SpikeWorth switch
    {
        // Where values may come in, a spike is worth the largest of them.
        _ when projection.Source == Projection.NetworkInput && encoding != InputEncoding.Events && (layer.Neuron is not LoihiNeuron || encoding == InputEncoding.Current) =>
            projection.SpikeWorth == InputEncoder.FullScale,
        _ when layer.Neuron is LoihiNeuron => projection.SpikeWorth == 1,
        _ => projection.SpikeWorth is >= 1 and <= MaximumSpikeWorth,
    };

    private static void ValidatePooling(SpikingLayer layer, SlidingWindow window)
    {
        ValidateWindow(layer, window);
        Require(layer, window.IsOnMap, "a window of its pooling lies outside the map");
        Require(layer, window.Input.Channels == window.Output.Channels, "pooling cannot change the channels");
    }

    private static void ValidateWindow(SpikingLayer layer, SlidingWindow window)
    {
        RequireSize(layer, window.Input);
        RequireSize(layer, window.Output);
    }

    private static void RequireSize(SpikingLayer layer, FeatureMap map) => Require(
        layer, (long)map.Height * map.Width <= MaximumNeurons / map.Channels, $"a feature map has more than {MaximumNeurons} neurons");

    private static void Require(SpikingLayer layer, bool condition, string problem) =>
        NetworkValidator.RequireLayer(layer, condition, problem);
}
