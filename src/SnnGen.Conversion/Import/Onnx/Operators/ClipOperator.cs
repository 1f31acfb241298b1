using SnnGen.Conversion.Analog;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>y = min(max(x, minimum), maximum); the bounds are attributes before operator set 11, inputs since.</summary>
internal sealed class ClipOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        double minimum = Bound(node, "min", 1, double.NegativeInfinity);
        double maximum = Bound(node, "max", 2, double.PositiveInfinity);
        if (double.IsNegativeInfinity(minimum) && double.IsPositiveInfinity(maximum))
            return data;
        return minimum < maximum
            ? ActivationOperator.Apply(node, new Relu(maximum, minimum))
            : throw new UnsupportedNodeException(FormattableString.Invariant($"it clips to [{minimum}, {maximum}], so that its result is constant"));
    }

    private static double Bound(OnnxNode node, string attribute, int index, double none)
    {
        ConstantTensor? input = node.OptionalConstant(index);
        if (input is { Values.Length: not 1 })
            throw node.ShapeError($"its {attribute} must be one number");
        double bound = input?.Values[0] ?? node.Number(attribute, none);
        if (double.IsNaN(bound))
            throw new UnsupportedNodeException($"its {attribute} is not a number");
        // Exporters write the largest float where they mean no bound.
        return Math.Abs(bound) >= float.MaxValue ? none : bound;
    }
}
