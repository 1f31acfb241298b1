using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// What spikes, integrates or is the input: the neurons of a node. NIR numbers them channels first, (channels, rows, columns);
/// a layer numbers them channels last.
/// </summary>
/// <param name="Name">Name of the node.</param>
/// <param name="Shape">Extents as NIR has them.</param>
/// <param name="Map">Extents as a map where it has places, else null.</param>
/// <param name="IsInput">Whether it is the network's input, which keeps NIR's order.</param>
internal sealed record Population(string Name, EquatableArray<int> Shape, FeatureMap? Map, bool IsInput)
{
    /// <summary>Number of neurons.</summary>
    public int Size => Shapes.Size(Shape);

    /// <summary>How it numbers its neurons.</summary>
    public ChannelOrder Order => IsInput ? ChannelOrder.First : ChannelOrder.Last;

    /// <summary>Shape of its layer.</summary>
    public TensorShape LayerShape => Map is { } map ? TensorShape.Of(map.Height, map.Width, map.Channels) : TensorShape.Of(Size);

    /// <summary>Its neurons' numbers in NIR's order, by their own.</summary>
    public int[] NirIndices() => Map is { } map && !IsInput ? Shapes.ChannelsFirst(map) : [.. Enumerable.Range(0, Size)];

    /// <summary>A value a neuron in NIR's order as a tensor in its own: one value where all are equal, one a channel where those are.</summary>
    public Float32Tensor Parameter(double[] values)
    {
        float[] own = [.. NirIndices().Select(index => (float)values[index])];
        int channels = Map?.Channels ?? own.Length;
        int count = own.All(value => value.Equals(own[0])) ? 1 : own.Select((value, j) => value.Equals(own[j % channels])).All(same => same) ? channels : own.Length;
        return new Float32Tensor(TensorShape.Of(count), new EquatableArray<float>(own[..count]));
    }
}

/// <summary>Shapes of NIR.</summary>
internal static class Shapes
{
    /// <summary>Number of elements.</summary>
    public static int Size(EquatableArray<int> shape) => checked((int)shape.Aggregate(1L, (product, extent) => checked(product * extent)));

    /// <summary>Such as <c>(16, 8, 8)</c>.</summary>
    public static string Text(EquatableArray<int> shape) => $"({string.Join(", ", shape)})";

    /// <summary>A shape as a map: (channels, rows, columns), or (channels, columns); null of any other.</summary>
    public static FeatureMap? Map(EquatableArray<int> shape) => shape.Count switch
    {
        3 => new FeatureMap(shape[1], shape[2], shape[0]),
        2 => new FeatureMap(1, shape[1], shape[0]),
        _ => null,
    };

    /// <summary>NIR's number of each neuron of a map, which are numbered channels last.</summary>
    public static int[] ChannelsFirst(FeatureMap map) => [.. Enumerable.Range(0, map.Size).Select(index =>
    {
        (int row, int column, int channel) = map.Locate(index, ChannelOrder.Last);
        return map.Index(row, column, channel, ChannelOrder.First);
    })];

    /// <summary>A value an element, those of one value repeated.</summary>
    public static double[] Spread(NirArray array, int size) =>
        array.Size == size ? array.Values.ToArray() : [.. Enumerable.Repeat(array.Values[0], size)];
}
