namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Rearranges constants; the operators that fold constants are made of these.</summary>
internal static class ConstantArithmetic
{
    /// <summary>The values of <paramref name="tensor"/> repeated to <paramref name="shape"/>, to which it must broadcast.</summary>
    public static double[] Expand(ConstantTensor tensor, IReadOnlyList<int> shape)
    {
        int missing = shape.Count - tensor.Dimensions.Count;
        int[] own = Extents.Strides(tensor.Dimensions);
        var strides = new int[shape.Count];
        for (int axis = missing; axis < shape.Count; axis++)
            strides[axis] = tensor.Dimensions[axis - missing] == 1 ? 0 : own[axis - missing];
        return Gather(tensor.Values, shape, strides, offset: 0);
    }

    /// <summary>The element at Σ index · stride + offset for every index of <paramref name="shape"/>, row-major.</summary>
    public static T[] Gather<T>(T[] values, IReadOnlyList<int> shape, IReadOnlyList<int> strides, int offset)
    {
        var result = new T[Extents.Count(shape)];
        var index = new int[shape.Count];
        for (int i = 0, position = offset; i < result.Length; i++)
        {
            result[i] = values[position];
            for (int axis = shape.Count - 1; axis >= 0; axis--)
            {
                position += strides[axis];
                if (++index[axis] < shape[axis])
                    break;
                position -= shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return result;
    }
}
