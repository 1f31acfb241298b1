namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Permutes the axes; data only where the order of its values stays the same.</summary>
internal sealed class TransposeOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        int[] order = Order(node, input.Dimensions.Count);
        int[] strides = Extents.Strides(input.Dimensions);
        int[] shape = [.. order.Select(axis => input.Dimensions[axis])];
        double[] values = ConstantArithmetic.Gather(input.Values, shape, [.. order.Select(axis => strides[axis])], offset: 0);
        return input with { Dimensions = shape, Values = values };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor input = node.Data(0);
        int[] order = Order(node, input.Dimensions.Count);
        int[] moved = [.. order.Where(axis => input.Dimensions[axis] != 1)];
        if (!moved.SequenceEqual(moved.Order()))
            throw new UnsupportedNodeException("it reorders the values of its input; only moving dimensions of extent 1 is supported");
        return new DataTensor([.. order.Select(axis => input.Dimensions[axis])], input.IsFloat);
    }

    private static int[] Order(OnnxNode node, int rank)
    {
        int[] order = [.. node.Integers("perm")?.Select(axis => node.Axis(axis, rank)) ?? Enumerable.Range(0, rank).Reverse()];
        return order.Length == rank && order.Distinct().Count() == rank
            ? order
            : throw node.ShapeError($"perm {Extents.Text(order)} is not an order of {rank} axes");
    }
}
