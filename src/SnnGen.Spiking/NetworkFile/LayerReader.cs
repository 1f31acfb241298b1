using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Reads one layer; <see cref="NetworkValidator"/> checks that its parts fit together.</summary>
internal static class LayerReader
{
    private static readonly Tensor s_noTensor = new Float32Tensor(new TensorShape(default), default);

    public static SpikingLayer Read(JsonNode node, bool shapeOnly)
    {
        return new SpikingLayer(
            node["name"].Text(),
            ReadShape(node),
            node["projections"].Items().Select(projection => ReadProjection(projection, shapeOnly)).ToEquatableArray(),
            node.Optional("maxPooling") is { } window ? new MaxPooling(ReadWindow(window)) : null,
            ReadParameter(node, "bias", shapeOnly),
            ReadParameter(node, "threshold", shapeOnly),
            ReadParameter(node, "initialPotential", shapeOnly),
            NeuronReader.Read(node["neuron"], shapeOnly));
    }

    public static Tensor ReadParameter(JsonNode node, string name, bool shapeOnly) => shapeOnly ? s_noTensor : ReadTensor(node[name]);

    private static Projection ReadProjection(JsonNode node, bool shapeOnly)
    {
        Tensor weights = shapeOnly ? s_noTensor : ReadTensor(node["weights"]);
        Connection connection = node["kind"].Text() switch
        {
            NetworkFileFormat.Dense => new DenseConnection(node["inputs"].Integer(), node["outputs"].Integer(), weights),
            NetworkFileFormat.Convolution => new ConvolutionConnection(ReadWindow(node["window"]), node["groups"].Integer(), weights),
            string kind => throw node["kind"].Error($"'{kind}' is unknown; known are dense, convolution"),
        };
        return new Projection(
            node["source"].Integer(), ReadOrder(node["channels"]),
            node.Optional("sumPooling") is { } window ? new SumPooling(ReadWindow(window)) : null,
            connection)
        {
            SpikeWorth = node["spikeWorth"].Integer(),
            Delay = node.Optional("delay")?.Integer() ?? 0,
            InputDelays = (node.Optional("inputDelays")?.Items().Select(delay => delay.Integer()) ?? []).ToEquatableArray(),
        };
    }

    private static ChannelOrder ReadOrder(JsonNode node) => node.Text() switch
    {
        NetworkFileFormat.ChannelsFirst => ChannelOrder.First,
        NetworkFileFormat.ChannelsLast => ChannelOrder.Last,
        string order => throw node.Error($"'{order}' is unknown; known are first, last"),
    };

    private static SlidingWindow ReadWindow(JsonNode node)
    {
        int[] input = Integers(node["input"], 3, 1), output = Integers(node["output"], 3, 1);
        int[] kernel = Integers(node["kernel"], 2, 1), stride = Integers(node["stride"], 2, 1);
        int[] padding = Integers(node["padding"], 2, 0), dilation = Integers(node["dilation"], 2, 1);
        return new SlidingWindow(
            ReadMap(node["input"], input), ReadMap(node["output"], output),
            kernel[0], kernel[1], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1]);
    }

    private static FeatureMap ReadMap(JsonNode node, int[] extents) => (long)extents[0] * extents[1] * extents[2] <= int.MaxValue
        ? new FeatureMap(extents[0], extents[1], extents[2])
        : throw node.Error("is a feature map of 2^31 neurons or more");

    // Bounded, so that no product of two of them can overflow.
    private static int[] Integers(JsonNode node, int count, int least)
    {
        const int Largest = 1 << 15;
        int[] values = [.. node.Items().Select(item => item.Integer())];
        return values.Length == count && values.All(value => value >= least && value <= Largest)
            ? values
            : throw node.Error($"must be {count} integers from {least} to {Largest}");
    }

    private static Tensor ReadTensor(JsonNode node)
    {
        TensorShape shape = ReadShape(node);
        try
        {
            return TensorCodec.Decode(node["type"].Text(), shape, node["data"].Text());
        }
        catch (FormatException e)
        {
            throw node.Error(e.Message);
        }
    }

    public static TensorShape ReadShape(JsonNode node)
    {
        var shape = new TensorShape(node["shape"].Items().Select(extent => extent.Integer()).ToEquatableArray());
        long size = 1;
        foreach (int extent in shape.Dimensions)
        {
            size *= extent;
            if (extent < 1 || size > int.MaxValue)
                throw node["shape"].Error($"{shape} is not a shape: extents must be positive and their product below 2^31");
        }
        return shape;
    }
}
