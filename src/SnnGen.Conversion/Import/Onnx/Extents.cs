namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Arithmetic on tensor extents that no hostile file can make overflow.</summary>
internal static class Extents
{
    /// <summary>Bound on the elements of one tensor (2²⁸, 1 GB of float32).</summary>
    public const long MaximumCount = 1L << 28;

    /// <summary>Product of the extents, 1 for a scalar.</summary>
    public static long Count(IEnumerable<int> dimensions) => dimensions.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>The extents as ints, or null where one is negative or the product is above <see cref="MaximumCount"/>.</summary>
    public static int[]? Checked(IEnumerable<long> dimensions)
    {
        var extents = new List<int>();
        long count = 1;
        foreach (long extent in dimensions)
        {
            if (extent is < 0 or > MaximumCount || (count *= extent) > MaximumCount)
                return null;
            extents.Add((int)extent);
        }
        return [.. extents];
    }

    /// <summary>Distance in elements between neighbours along each axis, row-major.</summary>
    public static int[] Strides(IReadOnlyList<int> dimensions)
    {
        var strides = new int[dimensions.Count];
        for (int axis = dimensions.Count - 1, stride = 1; axis >= 0; stride *= dimensions[axis--])
            strides[axis] = stride;
        return strides;
    }

    /// <summary>The shape two tensors broadcast to (NumPy's rule), or null where they do not fit.</summary>
    public static int[]? Broadcast(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        int rank = Math.Max(left.Count, right.Count);
        var result = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int a = At(left, axis - rank + left.Count), b = At(right, axis - rank + right.Count);
            if (a != b && a != 1 && b != 1)
                return null;
            result[axis] = a == 1 ? b : a;
        }
        return Checked(result.Select(extent => (long)extent));

        static int At(IReadOnlyList<int> dimensions, int axis) => axis < 0 ? 1 : dimensions[axis];
    }

    /// <summary>For people: <c>[1, 784]</c>.</summary>
    public static string Text<T>(IEnumerable<T> dimensions) => $"[{string.Join(", ", dimensions)}]";
}
