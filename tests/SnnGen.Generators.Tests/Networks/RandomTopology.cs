using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Draws how the layers of a network are connected; their neurons are drawn elsewhere.</summary>
internal sealed class RandomTopology
{
    private static readonly Tensor s_none = new Float32Tensor(new TensorShape(default), default);

    private readonly Random _random;
    private readonly Func<int, Tensor> _weights;
    private readonly FeatureMap _input;
    private readonly ChannelOrder _inputOrder;

    /// <param name="random">Source of chance.</param>
    /// <param name="isMap">Whether the input has places; else all layers are fully connected.</param>
    /// <param name="weights">Draws that many weights.</param>
    public RandomTopology(Random random, bool isMap, Func<int, Tensor> weights)
    {
        (_random, _weights) = (random, weights);
        _input = isMap ? new FeatureMap(random.Next(1, 7), random.Next(1, 9), random.Next(1, 5)) : new FeatureMap(1, 1, random.Next(1, 131));
        _inputOrder = isMap && random.Next(2) == 0 ? ChannelOrder.First : ChannelOrder.Last;
        InputShape = !isMap ? TensorShape.Of(_input.Channels)
            : _inputOrder == ChannelOrder.First ? TensorShape.Of(_input.Channels, _input.Height, _input.Width)
            : TensorShape.Of(_input.Height, _input.Width, _input.Channels);
    }

    /// <summary>Shape of one input.</summary>
    public TensorShape InputShape { get; }

    /// <summary>A layer without parameters of its neurons; the first one is driven by the input.</summary>
    public SpikingLayer Next(string name, IReadOnlyList<SpikingLayer> earlier)
    {
        int source = earlier.Count - 1;
        FeatureMap map = MapOf(earlier, source);
        bool isMap = map.Height * map.Width > 1 && _random.Next(4) > 0;
        SpikingLayer layer = isMap ? Convolution(name, source, map) : Dense(name, source, map);
        return _random.Next(3) == 0 ? WithMore(layer, earlier) : layer;
    }

    private SpikingLayer Dense(string name, int source, FeatureMap map)
    {
        int neurons = _random.Next(1, 71);
        Projection projection = Projection(source, Pooled(map, out FeatureMap pooled), new DenseConnection(pooled.Size, neurons, _weights(pooled.Size * neurons)));
        return Layer(name, TensorShape.Of(neurons), projection, null);
    }

    private SpikingLayer Convolution(string name, int source, FeatureMap map)
    {
        SumPooling? pooling = Pooled(map, out FeatureMap pooled);
        int groups = _random.Next(3) == 0 ? _random.GetItems([.. Enumerable.Range(1, pooled.Channels).Where(count => pooled.Channels % count == 0)], 1)[0] : 1;
        SlidingWindow window = Window(pooled, groups * _random.Next(1, groups == 1 ? 20 : 4));
        int weights = pooled.Channels * window.Taps * window.Output.Channels / groups;
        FeatureMap shape = window.Output;
        MaxPooling? maximum = null;
        if (_random.Next(2) == 0)
        {
            maximum = new MaxPooling(Window(shape, shape.Channels));
            shape = maximum.Window.Output;
        }
        return Layer(
            name, TensorShape.Of(shape.Height, shape.Width, shape.Channels),
            Projection(source, pooling, new ConvolutionConnection(window, groups, _weights(weights))), maximum);
    }

    // Another source that gives as many currents.
    private SpikingLayer WithMore(SpikingLayer layer, IReadOnlyList<SpikingLayer> earlier)
    {
        int source = _random.Next(-1, earlier.Count);
        FeatureMap map = MapOf(earlier, source);
        Connection first = layer.Projections[0].Connection;
        Connection second = first is ConvolutionConnection convolution && map == convolution.Window.Input
            ? convolution with { Weights = _weights(convolution.Weights.Count) }
            : new DenseConnection(map.Size, first.Outputs, _weights(map.Size * first.Outputs));
        // A layer is either fully connected or a map; a dense projection onto a map would need one bias a current.
        return first is ConvolutionConnection && second is not ConvolutionConnection
            ? layer
            : layer with { Projections = layer.Projections.Append(Projection(source, null, second)).ToEquatableArray() };
    }

    private Projection Projection(int source, SumPooling? pooling, Connection connection)
    {
        var projection = new Projection(source, source < 0 ? _inputOrder : ChannelOrder.Last, pooling, connection) { Delay = _random.Next(4) == 0 ? 1 : 0 };
        return source < 0 ? projection : projection with { SpikeWorth = _random.Next(3) == 0 ? _random.Next(2, 65) : 1 };
    }

    private SumPooling? Pooled(FeatureMap map, out FeatureMap pooled)
    {
        SumPooling? pooling = map.Height * map.Width > 1 && _random.Next(3) == 0 ? new SumPooling(Window(map, map.Channels)) : null;
        pooled = pooling?.Window.Output ?? map;
        return pooling;
    }

    private SlidingWindow Window(FeatureMap map, int channels)
    {
        (int height, int rows, int rowStride, int rowDilation, int top) = Axis(map.Height);
        (int width, int columns, int columnStride, int columnDilation, int left) = Axis(map.Width);
        return new SlidingWindow(
            map, new FeatureMap(height, width, channels), rows, columns, rowStride, columnStride, top, left, rowDilation, columnDilation);
    }

    private (int Outputs, int Kernel, int Stride, int Dilation, int Padding) Axis(int extent)
    {
        int dilation = _random.Next(3) == 0 ? 2 : 1, kernel = _random.Next(1, 4), stride = _random.Next(1, 4);
        if ((kernel - 1) * dilation >= extent)
            (kernel, dilation) = (1, 1);
        // Every window must have a tap on the map.
        int padding = dilation > 1 ? 0 : _random.Next(0, kernel);
        int outputs = (extent + padding - (kernel - 1) * dilation - 1) / stride + 1;
        return (Math.Max(1, outputs), kernel, stride, dilation, padding);
    }

    private FeatureMap MapOf(IReadOnlyList<SpikingLayer> layers, int source)
    {
        if (source < 0)
            return _input;
        int[] shape = [.. layers[source].Shape.Dimensions];
        return shape.Length == 3 ? new FeatureMap(shape[0], shape[1], shape[2]) : new FeatureMap(1, 1, shape[0]);
    }

    private static SpikingLayer Layer(string name, TensorShape shape, Projection projection, MaxPooling? pooling) => new(
        name, shape, new EquatableArray<Projection>([projection]), pooling, s_none, s_none, s_none, new Integrator());
}
