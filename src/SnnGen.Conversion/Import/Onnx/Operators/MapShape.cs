using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Shapes of operators on maps: 1 × channels × width, or 1 × channels × height × width.</summary>
internal static class MapShape
{
    /// <summary>The map that <paramref name="data"/> is; one dimension has the height 1.</summary>
    public static FeatureMap Of(OnnxNode node, DataTensor data)
    {
        IReadOnlyList<int> d = data.Dimensions;
        if (d.Count is not (3 or 4))
            throw new UnsupportedNodeException($"its data has the shape {Extents.Text(d)}; one or two dimensions beside batch and channels are supported");
        if (d[0] != 1)
            throw node.ShapeError($"its data has the shape {Extents.Text(d)}, but the batch counts as 1");
        return Of(d);
    }

    /// <summary>The map that <paramref name="data"/> is, or null where it has no places.</summary>
    public static FeatureMap? TryOf(DataTensor data) => data.Dimensions is [1, _, _] or [1, _, _, _] ? Of(data.Dimensions) : null;

    /// <summary>The dimensions of a map, as many as those of <paramref name="data"/>.</summary>
    public static int[] Dimensions(DataTensor data, FeatureMap map) => data.Dimensions.Count == 3
        ? [1, map.Channels, map.Width]
        : [1, map.Channels, map.Height, map.Width];

    private static FeatureMap Of(IReadOnlyList<int> d) => d.Count == 3 ? new FeatureMap(1, d[2], d[1]) : new FeatureMap(d[2], d[3], d[1]);
}
