namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Product of all elements of a constant, as exporters multiply extents.</summary>
internal sealed class ReduceProdOperator : IConstantOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        int rank = input.Dimensions.Count;
        HashSet<int>? axes = Axes.Of(node, rank);
        bool isEmpty = axes is not { Count: > 0 };
        if (isEmpty && node.Integer("noop_with_empty_axes", 0) != 0)
            return input;
        if (!isEmpty && axes!.Count != rank)
            throw new UnsupportedNodeException("it reduces only some axes");
        int[] shape = node.Integer("keepdims", 1) != 0 ? [.. Enumerable.Repeat(1, rank)] : [];
        return input with { Dimensions = shape, Values = [input.Values.Aggregate(1.0, (product, value) => product * value)] };
    }
}
