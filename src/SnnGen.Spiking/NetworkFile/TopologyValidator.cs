using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks that sources, windows and sizes of a layer fit together.</summary>
internal static class TopologyValidator
{
    private const int MaximumNeurons = 1 << 24;
    private const int MaximumSpikeWorth = 1 << 15;

    /// <param name="layer">The layer.</param>
    /// <param name="input">The network's input.</param>
    /// <param name="sizes">Sizes of the layers before it.</param>
    public static void Validate(SpikingLayer layer, InputEncoder input, IReadOnlyList<int> sizes)
    {
        Require(layer, layer.Shape.Dimensions.Count is 1 or 3, $"its shape {layer.Shape} must have 1 or 3 extents");
        Require(layer, layer.Neurons <= MaximumNeurons, $"{layer.Neurons} neurons are more than {MaximumNeurons}");
        Require(layer, layer.Projections.Count > 0, "needs at least one projection");
        foreach (Projection projection in layer.Projections)
        {
            Require(layer, projection.Source >= Projection.NetworkInput && projection.Source < sizes.Count,
                $"its source {projection.Source} is neither {Projection.NetworkInput}, the input, nor an earlier layer");
            Require(layer, IsWorth(layer, projection, input.Encoding), $"a spike cannot be worth {projection.SpikeWorth}");
            Require(layer, projection.Delay is 0 or 1, $"a delay must be 0 or 1, not {projection.Delay}");
            int size = projection.Source == Projection.NetworkInput ? input.Shape.Size : sizes[projection.Source];
            Validate(layer, projection);
            Require(layer, projection.Inputs == size, $"takes {projection.Inputs} inputs, but what comes before gives {size}");
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

    // To Loihi a spike is a spike; the analog input is the host's.
    private static bool IsWorth(SpikingLayer layer, Projection projection, InputEncoding encoding) => projection.SpikeWorth switch
    {
        _ when projection.Source == Projection.NetworkInput && (layer.Neuron is not LoihiNeuron || encoding == InputEncoding.Current) =>
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
