namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Permutes the axes.</summary>
internal sealed class TransposeOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        (int[] shape, double[] values) = Permute(node, input.Dimensions, input.Values);
        return input with { Dimensions = shape, Values = values };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor input = node.FloatData(0);
        (int[] shape, int[] order) = Permute(node, input.Dimensions, input.Values.Order);
        return input with { Dimensions = shape, Values = input.Values with { Order = order } };
    }

    private static (int[] Shape, T[] Values) Permute<T>(OnnxNode node, IReadOnlyList<int> dimensions, T[] elements)
    {
        int[] order = Order(node, dimensions.Count), strides = Extents.Strides(dimensions);
        int[] shape = [.. order.Select(axis => dimensions[axis])];
        return (shape, ConstantArithmetic.Gather(elements, shape, [.. order.Select(axis => strides[axis])], offset: 0));
    }

    private static int[] Order(OnnxNode node, int rank)
    {
        int[] order = [.. node.Integers("perm")?.Select(axis => node.Axis(axis, rank)) ?? Enumerable.Range(0, rank).Reverse()];
        return order.Length == rank && order.Distinct().Count() == rank
            ? order
            : throw node.ShapeError($"perm {Extents.Text(order)} is not an order of {rank} axes");
    }
}
