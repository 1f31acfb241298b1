using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A tensor in an attribute.</summary>
internal sealed class ConstantOperator : IConstantOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        if (node.Attribute("value")?.T is TensorProto tensor)
            return node.Decode(tensor);
        if (node.Attribute("value_float") is { } number)
            return Of([], isFloat: true, number.F);
        if (node.Attribute("value_int") is { } integer)
            return Of([], isFloat: false, integer.I);
        if (node.Attribute("value_floats") is { } numbers)
            return Of([numbers.Floats.Count], isFloat: true, [.. numbers.Floats.Select(value => (double)value)]);
        if (node.Attribute("value_ints") is { } integers)
            return Of([integers.Ints.Count], isFloat: false, [.. integers.Ints.Select(value => (double)value)]);
        throw new UnsupportedNodeException("its value is sparse, text or missing");

        ConstantTensor Of(int[] dimensions, bool isFloat, params double[] values) => new(node.Name, dimensions, isFloat, values);
    }
}
