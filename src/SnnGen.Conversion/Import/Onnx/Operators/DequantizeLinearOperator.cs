namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = (x − zero point) · scale, the same for all or one a slice of an axis; data as <see cref="QuantizeLinearOperator"/> left it.</summary>
internal sealed class DequantizeLinearOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0), scale = node.Weights(1);
        ConstantTensor? zeroPoint = node.OptionalConstant(2);
        int inner = 1;
        if (scale.Values.Length != 1)
        {
            int axis = node.Axis(node.Integer("axis", 1), input.Dimensions.Count);
            if (scale.Values.Length != input.Dimensions[axis])
                throw new UnsupportedNodeException("it has several scales that are not one a slice of its axis");
            inner = (int)Extents.Count(input.Dimensions.Skip(axis + 1));
        }
        if (scale.Values.Length == 0 || zeroPoint is not null && zeroPoint.Values.Length != scale.Values.Length)
            throw node.ShapeError("its zero points do not fit its scales");
        return input with
        {
            IsFloat = true,
            Values = [.. input.Values.Select((x, k) =>
            {
                int slice = k / inner % scale.Values.Length;
                return (x - (zeroPoint?.Values[slice] ?? 0)) * scale.Values[slice];
            })],
        };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node) => node.FloatData(0);
}
