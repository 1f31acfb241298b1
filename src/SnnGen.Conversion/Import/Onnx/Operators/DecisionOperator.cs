namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Softmax, LogSoftmax and ArgMax over all outputs: they keep the order of the logits, or pick the largest.</summary>
/// <param name="isChoice">True for ArgMax, which leaves one integer of the reduced axis.</param>
internal sealed class DecisionOperator(bool isChoice) : IDataOperator
{
    private const int FirstOpsetWithSingleAxis = 13;

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.Data(0);
        if (!data.IsFloat)
            throw new UnsupportedNodeException("it decides on integers");
        if (node.Integer("select_last_index", 0) != 0)
            throw new UnsupportedNodeException("it prefers the last of equal outputs");

        // Before operator set 13 Softmax treated the data as a matrix, whose rows begin at the axis.
        bool isMatrix = !isChoice && node.Opset < FirstOpsetWithSingleAxis;
        int axis = node.Axis(node.Integer("axis", isChoice ? 0 : isMatrix ? 1 : -1), data.Dimensions.Count);
        long covered = isMatrix ? Extents.Count(data.Dimensions.Skip(axis)) : data.Dimensions[axis];
        if (covered != data.Size)
            throw new UnsupportedNodeException($"it covers only {covered} of {data.Size} outputs");
        return data with
        {
            Dimensions = isChoice ? Reduce(node, data, axis) : data.Dimensions, IsFloat = !isChoice, Decision = node.Name,
        };
    }

    private static int[] Reduce(OnnxNode node, DataTensor data, int axis) => node.Integer("keepdims", 1) != 0
        ? [.. data.Dimensions.Select((extent, i) => i == axis ? 1 : extent)]
        : [.. data.Dimensions.Where((_, i) => i != axis)];
}
