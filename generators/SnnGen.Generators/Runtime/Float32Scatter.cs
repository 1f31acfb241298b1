namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>
/// What one input x contributes to single-precision currents through a convolution or after a sum over windows. Weights of a convolution are
/// input channels × kernel height × kernel width × fan-out. Every method gives the number of products.
/// </summary>
internal static class Float32Scatter
{
    /// <summary>Through a convolution.</summary>
    public static long Convolve(
        Span<float> currents, ReadOnlySpan<float> weights, in Window window, int groups, int input, float x)
    {
        window.Locate(input, out int row, out int column, out int channel);
        return Convolve(currents, weights, window, groups, row, column, channel, x);
    }

    /// <summary>Through a convolution of sums over windows.</summary>
    public static long ConvolvePooled(
        Span<float> currents, ReadOnlySpan<float> weights, in Window pooling, in Window window, int groups, int input, float x)
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
        Span<float> currents, ReadOnlySpan<float> weights, in Window pooling, int count, int input, float x)
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
                Float32Rows.AddScaled(currents, weights.Slice(pooled * currents.Length, currents.Length), x);
                products += count;
            }
        }
        return products;
    }

    private static long Convolve(
        Span<float> currents, ReadOnlySpan<float> weights, in Window window, int groups, int row, int column, int channel, float x)
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

    // Both spans have one length. Each product is rounded before it is added.
    private static void Add(Span<float> currents, ReadOnlySpan<float> row, float x)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (int j = 0; j < sums.Length; j++)
            sums[j] += w[j] * x;
        for (int j = sums.Length * Vector<float>.Count; j < row.Length; j++)
            currents[j] += row[j] * x;
    }
}
