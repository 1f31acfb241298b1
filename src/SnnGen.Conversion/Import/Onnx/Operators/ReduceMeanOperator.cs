using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>The mean over all dimensions beside batch and channels, wherever the channels stand.</summary>
internal sealed class ReduceMeanOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        int rank = data.Dimensions.Count;
        HashSet<int>? axes = Axes.Of(node, rank);
        if (axes is null || axes.Count != rank - 2 || axes.Contains(0) || data.Dimensions[0] != 1)
            throw new UnsupportedNodeException("it is supported over all dimensions beside batch and channels");
        int channelAxis = Enumerable.Range(1, rank - 1).Single(axis => !axes.Contains(axis));
        int[] moved = [channelAxis, .. axes.Order()];
        int[] strides = Extents.Strides(data.Dimensions), shape = [.. moved.Select(axis => data.Dimensions[axis])];
        int[] order = ConstantArithmetic.Gather(data.Values.Order, shape, [.. moved.Select(axis => strides[axis])], offset: 0);
        var map = new FeatureMap(1, data.Size / shape[0], shape[0]);
        if (axes.Count == 2)
            map = new FeatureMap(shape[1], shape[2], shape[0]);
        int[] reduced = node.Integer("keepdims", 1) != 0
            ? [.. data.Dimensions.Select((extent, axis) => axes.Contains(axis) ? 1 : extent)]
            : [1, shape[0]];
        return PoolOperator.GlobalMean(node, data with { Values = data.Values with { Order = order } }, map, reduced);
    }
}
