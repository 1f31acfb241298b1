namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>
/// What one input x contributes through windows of any kind (groups, dilation, overlapping sums), one product after the other.
/// Weights of a convolution are input channels × kernel height × kernel width × fan-out. Every product and sum of floats is
/// rounded once. Every method gives the number of products.
/// </summary>
internal static class Scatter
{
    /// <summary>
    /// Through a row of weights; a row has as many as there are currents, of which <paramref name="count"/> are not padding.
    /// </summary>
    public static long Multiply<TNumber, TWeight>(Span<TNumber> currents, ReadOnlySpan<TWeight> weights, int count, int input, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
    {
        Add(currents, weights.Slice(input * currents.Length, currents.Length), x);
        return count;
    }

    /// <summary>Through a convolution.</summary>
    public static long Convolve<TNumber, TWeight>(
        Span<TNumber> currents, ReadOnlySpan<TWeight> weights, in Window window, int groups, int input, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
    {
        window.Locate(input, out int row, out int column, out int channel);
        return Convolve(currents, weights, window, groups, row, column, channel, x);
    }

    /// <summary>Through a convolution of sums over windows.</summary>
    public static long ConvolvePooled<TNumber, TWeight>(
        Span<TNumber> currents, ReadOnlySpan<TWeight> weights, in Window pooling, in Window window, int groups, int input, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
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
    public static long MultiplyPooled<TNumber, TWeight>(
        Span<TNumber> currents, ReadOnlySpan<TWeight> weights, in Window pooling, int count, int input, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
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
                Add(currents, weights.Slice(pooled * currents.Length, currents.Length), x);
                products += count;
            }
        }
        return products;
    }

    private static long Convolve<TNumber, TWeight>(
        Span<TNumber> currents, ReadOnlySpan<TWeight> weights, in Window window, int groups, int row, int column, int channel, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
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
    private static void Add<TNumber, TWeight>(Span<TNumber> currents, ReadOnlySpan<TWeight> row, TNumber x)
        where TNumber : struct, INumber<TNumber>
        where TWeight : struct, INumber<TWeight>
    {
        int j = 0;
        if (typeof(TNumber) == typeof(TWeight))
        {
            Span<Vector<TNumber>> sums = MemoryMarshal.Cast<TNumber, Vector<TNumber>>(currents);
            ReadOnlySpan<Vector<TNumber>> w = MemoryMarshal.Cast<TWeight, Vector<TNumber>>(row);
            for (int k = 0; k < w.Length; k++)
                sums[k] += w[k] * x;
            j = w.Length * Vector<TNumber>.Count;
        }
        for (; j < row.Length; j++)
            currents[j] += TNumber.CreateTruncating(row[j]) * x;
    }
}
