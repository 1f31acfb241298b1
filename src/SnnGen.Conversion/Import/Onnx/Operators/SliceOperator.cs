namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>A range along some axes; attributes in old operator sets, inputs in new ones.</summary>
internal sealed class SliceOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        (int[] shape, double[] values) = Slice(node, input.Dimensions, input.Values);
        return input with { Dimensions = shape, Values = values };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor input = node.FloatData(0);
        (int[] shape, int[] order) = Slice(node, input.Dimensions, input.Values.Order);
        return order.Length > 0
            ? input with { Dimensions = shape, Values = input.Values with { Order = order } }
            : throw new UnsupportedNodeException("it leaves nothing");
    }

    private static (int[] Shape, T[] Values) Slice<T>(OnnxNode node, IReadOnlyList<int> dimensions, T[] elements)
    {
        int rank = dimensions.Count;
        long[] starts = node.Integers("starts") ?? node.Constant(1).Integers;
        long[] ends = node.Integers("ends") ?? node.Constant(2).Integers;
        long[] axes = node.Integers("axes") ?? node.OptionalConstant(3)?.Integers ?? [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)];
        long[] steps = node.OptionalConstant(4)?.Integers ?? [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length || steps.Contains(0))
            throw node.ShapeError("its starts, ends, axes and steps do not fit together");

        int[] shape = [.. dimensions], strides = Extents.Strides(dimensions);
        int offset = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = node.Axis(axes[i], rank);
            (int start, int step, int count) = Resolve(starts[i], ends[i], steps[i], shape[axis]);
            offset += start * strides[axis];
            shape[axis] = count;
            strides[axis] *= step;
        }
        return (shape, ConstantArithmetic.Gather(elements, shape, strides, offset));
    }

    private static (int Start, int Step, int Count) Resolve(long start, long end, long step, int extent)
    {
        step = Math.Clamp(step, -extent - 1, extent + 1);
        long low = step > 0 ? 0 : -1, high = step > 0 ? extent : extent - 1;
        start = Math.Clamp(start < 0 ? start + extent : start, step > 0 ? 0 : Math.Min(0, high), high);
        end = Math.Clamp(end < 0 ? end + extent : end, low, high);
        long count = (end - start + step - Math.Sign(step)) / step;
        return ((int)start, (int)step, (int)Math.Max(count, 0));
    }
}
