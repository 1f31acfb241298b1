using SnnGen.Conversion.Analog.Folding;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>MaxPool, AveragePool and their global forms.</summary>
/// <param name="isMaximum">True for maxima, false for means.</param>
/// <param name="isGlobal">True where one window covers everything.</param>
internal sealed class PoolOperator(bool isMaximum, bool isGlobal) : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        FeatureMap map = MapShape.Of(node, data);
        SlidingWindow window = isGlobal ? Whole(map) : Read(node, map, data.Dimensions.Count - 2);
        bool countsPadding = node.Integer("count_include_pad", 0) != 0;
        if (countsPadding && !isMaximum && node.Integer("ceil_mode", 0) != 0)
            throw new UnsupportedNodeException("it counts padding (count_include_pad) and rounds its extents up (ceil_mode)");
        return Pool(node, data, map, window, countsPadding, MapShape.Dimensions(data, window.Output));
    }

    /// <summary>The mean over all places.</summary>
    public static DataTensor GlobalMean(OnnxNode node, DataTensor data, FeatureMap map, int[] dimensions) =>
        new PoolOperator(isMaximum: false, isGlobal: true).Pool(node, data, map, Whole(map), countsPadding: false, dimensions);

    private DataTensor Pool(OnnxNode node, DataTensor data, FeatureMap map, SlidingWindow window, bool countsPadding, int[] dimensions)
    {
        SpatialView view = SpatialView.Of(data.Values, map, node.Layers, node.Name);
        var folding = new PoolingFolding(node.Layers, node.Name);
        return new DataTensor(
            dimensions, IsFloat: true, isMaximum ? folding.Max(view, window) : folding.Average(view, window, countsPadding));
    }

    private static SlidingWindow Whole(FeatureMap map) =>
        new(map, new FeatureMap(1, 1, map.Channels), map.Height, map.Width, 1, 1, 0, 0, 1, 1);

    private static SlidingWindow Read(OnnxNode node, FeatureMap map, int rank)
    {
        long[] kernel = node.Integers("kernel_shape") ?? throw node.ShapeError("it has no kernel_shape");
        SlidingWindow window = new WindowReader(node, map, rank).Read(kernel, map.Channels);
        return window.IsOnMap ? window : throw new UnsupportedNodeException("some of its windows lie wholly in the padding");
    }
}
