using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A border of zeros; negative widths cut off. Attributes before operator set 11, inputs since.</summary>
internal sealed class PadOperator : IDataOperator
{
    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor data = node.FloatData(0);
        if (node.Text("mode", "constant") != "constant")
            throw new UnsupportedNodeException($"its mode is '{node.Text("mode", "")}'; zeros are supported");
        if ((node.OptionalConstant(2)?.Values.FirstOrDefault() ?? node.Number("value", 0)) != 0)
            throw new UnsupportedNodeException("it pads with another value than 0");
        (int[] begin, int[] end) = Widths(node, data.Dimensions.Count);
        int[] shape = node.Shape(data.Dimensions.Select((extent, axis) => (long)extent + begin[axis] + end[axis]));
        if (Extents.Count(shape) is 0 or > GraphInput.MaximumSize)
            throw node.ShapeError($"{Extents.Text(data.Dimensions)} cannot become {Extents.Text(shape)}");
        int[] order = new int[Extents.Count(shape)], strides = Extents.Strides(shape), inner = Extents.Strides(data.Dimensions);
        for (int k = 0; k < order.Length; k++)
        {
            int source = 0;
            for (int axis = 0; axis < shape.Length && source >= 0; axis++)
            {
                int index = k / strides[axis] % shape[axis] - begin[axis];
                source = index >= 0 && index < data.Dimensions[axis] ? source + index * inner[axis] : FoldedTensor.Zero;
            }
            order[k] = source < 0 ? FoldedTensor.Zero : data.Values.Order[source];
        }
        return data with { Dimensions = shape, Values = data.Values with { Order = order } };
    }

    private static (int[] Begin, int[] End) Widths(OnnxNode node, int rank)
    {
        long[] pads = node.Integers("pads") ?? node.Constant(1).Integers;
        int[] axes = [.. node.OptionalConstant(3)?.Integers.Select(axis => node.Axis(axis, rank)) ?? Enumerable.Range(0, rank)];
        if (pads.Length != 2 * axes.Length || pads.Any(width => Math.Abs(width) > GraphInput.MaximumSize))
            throw node.ShapeError($"{pads.Length} widths do not fit {axes.Length} axes");
        int[] begin = new int[rank], end = new int[rank];
        for (int i = 0; i < axes.Length; i++)
            (begin[axes[i]], end[axes[i]]) = ((int)pads[i], (int)pads[axes.Length + i]);
        return (begin, end);
    }
}
