using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog;

/// <summary>Sliding windows over batches of feature maps; one row a sample, results channels last.</summary>
internal static class WindowOperations
{
    /// <summary>Numbers that are copied at a time (2²⁶): where windows overlap, the patches are much more than the map.</summary>
    private const int LargestPatches = 1 << 26;

    /// <summary>Sums over the windows of <paramref name="window"/>.</summary>
    public static Matrix<double> Sum(SlidingWindow window, ChannelOrder order, Matrix<double> values) =>
        Map(values, window.Output.Size, sample => Sum(window, order, sample));

    /// <summary>Sums over the windows of one sample.</summary>
    public static double[] Sum(SlidingWindow window, ChannelOrder order, double[] sample)
    {
        var sums = new double[window.Output.Size];
        // Written out, and not as a sum over Members: each row of a matrix that stands for the pooling comes through here.
        for (int output = 0; output < sums.Length; output++)
        {
            (int row, int column, int channel) = window.Output.Locate(output, ChannelOrder.Last);
            for (int i = 0; i < window.KernelHeight; i++)
                for (int j = 0, inputRow = window.InputRow(row, i); inputRow >= 0 && j < window.KernelWidth; j++)
                    if (window.InputColumn(column, j) is >= 0 and int inputColumn)
                        sums[output] += sample[window.Input.Index(inputRow, inputColumn, channel, order)];
        }
        return sums;
    }

    /// <summary>Maxima over the windows of <paramref name="window"/>.</summary>
    public static Matrix<double> Max(SlidingWindow window, Matrix<double> values)
    {
        int[][] members = [.. Enumerable.Range(0, window.Output.Size).Select(o => Members(window, ChannelOrder.Last, o).ToArray())];
        return Map(values, members.Length, sample => [.. members.Select(indices => indices.Max(i => sample[i]))]);
    }

    /// <summary>A convolution.</summary>
    public static Matrix<double> Convolve(AnalogConvolution convolution, ChannelOrder order, Matrix<double> values)
    {
        FeatureMap output = convolution.Window.Output;
        int places = output.Height * output.Width, fanOut = output.Channels / convolution.Groups;
        return Map(values, output.Size, sample =>
        {
            var result = new double[output.Size];
            for (int group = 0; group < convolution.Groups; group++)
            {
                int block = Math.Max(1, LargestPatches / convolution.Kernels[group].RowCount);
                for (int start = 0; start < places; start += block)
                {
                    Matrix<double> product = Product(convolution, order, sample, group, start, Math.Min(block, places - start));
                    for (int place = 0; place < product.RowCount; place++)
                        for (int k = 0; k < fanOut; k++)
                            result[(start + place) * output.Channels + group * fanOut + k] = product[place, k];
                }
            }
            return result;
        });
    }

    /// <summary>The patches at some places, one a row, times the kernel.</summary>
    private static Matrix<double> Product(AnalogConvolution convolution, ChannelOrder order, double[] sample, int group, int start, int count)
    {
        var patches = Matrix<double>.Build.Dense(count, convolution.Kernels[group].RowCount);
        for (int place = 0; place < count; place++)
            foreach ((int row, int input) in Patch(convolution, order, group, start + place))
                patches[place, row] = sample[input];
        return patches * convolution.Kernels[group];
    }

    /// <summary>Rows of a group's kernel and the inputs under them at one place; what lies outside the map is left out.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="order">How its input is numbered.</param>
    /// <param name="group">The group.</param>
    /// <param name="place">Output row · width + output column.</param>
    public static IEnumerable<(int Row, int Input)> Patch(AnalogConvolution convolution, ChannelOrder order, int group, int place)
    {
        SlidingWindow window = convolution.Window;
        int channels = window.Input.Channels / convolution.Groups;
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
            {
                int row = window.InputRow(place / window.Output.Width, i), column = window.InputColumn(place % window.Output.Width, j);
                if (row < 0 || column < 0)
                    continue;
                for (int c = 0; c < channels; c++)
                    yield return (
                        (i * window.KernelWidth + j) * channels + c,
                        window.Input.Index(row, column, group * channels + c, order));
            }
    }

    private static IEnumerable<int> Members(SlidingWindow window, ChannelOrder order, int output)
    {
        (int row, int column, int channel) = window.Output.Locate(output, ChannelOrder.Last);
        for (int i = 0; i < window.KernelHeight; i++)
            for (int j = 0; j < window.KernelWidth; j++)
            {
                int inputRow = window.InputRow(row, i), inputColumn = window.InputColumn(column, j);
                if (inputRow >= 0 && inputColumn >= 0)
                    yield return window.Input.Index(inputRow, inputColumn, channel, order);
            }
    }

    // Each sample writes only its own row, so the result does not depend on the number of threads.
    private static Matrix<double> Map(Matrix<double> values, int outputs, Func<double[], double[]> map)
    {
        var rows = new double[values.RowCount][];
        Parallel.For(0, values.RowCount, i => rows[i] = map(values.Row(i).ToArray()));
        return Matrix<double>.Build.Dense(values.RowCount, outputs, (i, j) => rows[i][j]);
    }
}
