using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>One value repeated to a given shape.</summary>
internal sealed class ConstantOfShapeOperator : IConstantOperator
{
    /// <summary>Shapes are all that exporters make with it, so that a small bound does.</summary>
    private const int MaximumCount = 1 << 24;

    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        long[] extents = node.Constant(0).Integers;
        if (Extents.Checked(extents) is { } known && Extents.Count(known) > MaximumCount)
            throw node.ShapeError($"a constant of shape {Extents.Text(extents)} is too large");
        int[] shape = node.Shape(extents);
        ConstantTensor? given = node.Attribute("value")?.T is TensorProto tensor ? node.Decode(tensor) : null;
        if (given is { Values.Length: not 1 })
            throw node.ShapeError("its value must have one element");
        var values = new double[Extents.Count(shape)];
        Array.Fill(values, given?.Values[0] ?? 0);
        return new ConstantTensor(node.Name, shape, given?.IsFloat ?? true, values);
    }
}
