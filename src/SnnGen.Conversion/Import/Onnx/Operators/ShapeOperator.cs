namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>The extents of a tensor, the batch being 1.</summary>
internal sealed class ShapeOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node) => ShapeOf(node, node.Constant(0).Dimensions);

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node) => ShapeOf(node, node.Data(0).Dimensions);

    private static ConstantTensor ShapeOf(OnnxNode node, IReadOnlyList<int> dimensions)
    {
        int start = Clamp(node.Integer("start", 0)), end = Clamp(node.Integer("end", dimensions.Count));
        double[] extents = [.. dimensions.Take(end).Skip(start).Select(extent => (double)extent)];
        return new ConstantTensor(node.Name, [extents.Length], IsFloat: false, extents);

        int Clamp(long axis) => (int)Math.Clamp(axis < 0 ? axis + dimensions.Count : axis, 0, dimensions.Count);
    }
}
