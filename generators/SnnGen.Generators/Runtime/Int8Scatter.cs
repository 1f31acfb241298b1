namespace SnnGen.Runtime;

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// What one input x contributes to integer currents through a convolution or after a sum over windows. Weights of a convolution are
/// input channels × kernel height × kernel width × fan-out. Every method gives the number of products.
/// </summary>
internal static class Int8Scatter
{
    /// <summary>Through a convolution.</summary>
    public static long Convolve(
        Span<int> currents, ReadOnlySpan<sbyte> weights, in Window window, int groups, int input, int x)
    {
        window.Locate(input, out int row, out int column, out int channel);
        return Convolve(currents, weights, window, groups, row, column, channel, x);
    }

    /// <summary>Through a convolution of sums over windows.</summary>
    public static long ConvolvePooled(
        Span<int> currents, ReadOnlySpan<sbyte> weights, in Window pooling, in Window window, int groups, int input, int x)
    {
        pooling.Locate(input, out int row, out int column, out int channel);
        long products = 0;
        for (int i = 0; i < pooling.KernelHeight; i++)
        {
            int pooledRow = pooling.OutputRow(row, i);
            for (int j = 0; j < pooling.KernelWidth && pooledRow >= 0; j++)
            {
                int pooledColumn = pooling.OutputColumn(column, j);
                if (pooledColumn >= 0)
                    products += Convolve(currents, weights, window, groups, pooledRow, pooledColumn, channel, x);
            }
        }
        return products;
    }

    /// <summary>
    /// Through all weights of the sums over windows; a row has as many as there are currents, of which <paramref name="count"/>
    /// are not padding.
    /// </summary>
    public static long MultiplyPooled(
        Span<int> currents, ReadOnlySpan<sbyte> weights, in Window pooling, int count, int input, int x)
    {
        pooling.Locate(input, out int row, out int column, out int channel);
        long products = 0;
        for (int i = 0; i < pooling.KernelHeight; i++)
        {
            int pooledRow = pooling.OutputRow(row, i);
            for (int j = 0; j < pooling.KernelWidth && pooledRow >= 0; j++)
            {
                int pooledColumn = pooling.OutputColumn(column, j);
                if (pooledColumn < 0)
                    continue;
                int pooled = (((pooledRow * pooling.OutputWidth) + pooledColumn) * pooling.OutputChannels) + channel;
                Int8Rows.AddScaled(currents, weights.Slice(pooled * currents.Length, currents.Length), x);
                products += count;
            }
        }
        return products;
    }

    private static long Convolve(
        Span<int> currents, ReadOnlySpan<sbyte> weights, in Window window, int groups, int row, int column, int channel, int x)
    {
        int fanOut = window.OutputChannels / groups, first = channel / (window.InputChannels / groups) * fanOut;
        long products = 0;
        for (int i = 0; i < window.KernelHeight; i++)
        {
            int outputRow = window.OutputRow(row, i);
            for (int j = 0; j < window.KernelWidth && outputRow >= 0; j++)
            {
                int outputColumn = window.OutputColumn(column, j);
                if (outputColumn < 0)
                    continue;
                int target = (((outputRow * window.OutputWidth) + outputColumn) * window.OutputChannels) + first;
                int weight = ((((channel * window.KernelHeight) + i) * window.KernelWidth) + j) * fanOut;
                Add(currents.Slice(target, fanOut), weights.Slice(weight, fanOut), x);
                products += fanOut;
            }
        }
        return products;
    }

    // Both spans have one length.
    private static void Add(Span<int> currents, ReadOnlySpan<sbyte> row, int x)
    {
        ref int current = ref MemoryMarshal.GetReference(currents);
        ref sbyte w = ref MemoryMarshal.GetReference(row);
        int j = 0;
        for (; j <= row.Length - 8; j += 8)
        {
            (Vector128<int> low, Vector128<int> high) =
                Vector128.Widen(Vector128.WidenLower(Vector64.LoadUnsafe(ref w, (nuint)j).ToVector128Unsafe()));
            (Vector128.LoadUnsafe(ref current, (nuint)j) + (low * x)).StoreUnsafe(ref current, (nuint)j);
            (Vector128.LoadUnsafe(ref current, (nuint)j + 4) + (high * x)).StoreUnsafe(ref current, (nuint)j + 4);
        }
        for (; j < row.Length; j++)
            currents[j] += row[j] * x;
    }
}
