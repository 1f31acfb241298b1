using MathNet.Numerics.LinearAlgebra;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>Two convolutions in a row as one.</summary>
internal static class KernelComposition
{
    // What a network file can hold.
    private const int LargestStride = 1 << 15;

    /// <summary>
    /// Whether a convolution over these windows makes one with any convolution before it. Not where it is padded: it would
    /// see zeros where the one before, continued beyond its border, has values.
    /// </summary>
    public static bool CanFollow(SlidingWindow window) =>
        window.PaddingTop == 0 && window.PaddingLeft == 0
        && window.InputRow(window.Output.Height - 1, window.KernelHeight - 1) >= 0
        && window.InputColumn(window.Output.Width - 1, window.KernelWidth - 1) >= 0;

    /// <summary>second ∘ first, where <paramref name="second"/> can follow.</summary>
    /// <exception cref="UnfoldableException">Its kernel would be too large, as of two far dilated ones.</exception>
    public static AnalogConvolution Compose(AnalogConvolution first, AnalogConvolution second, FoldingBudget budget)
    {
        SlidingWindow a = first.Window, b = second.Window;
        budget.TakeProducts(a.Taps, a.Input.Channels, a.Output.Channels, b.Taps, b.Output.Channels);
        var window = new SlidingWindow(
            a.Input, b.Output,
            Extent(a.KernelHeight, a.DilationHeight, a.StrideHeight, b.KernelHeight, b.DilationHeight),
            Extent(a.KernelWidth, a.DilationWidth, a.StrideWidth, b.KernelWidth, b.DilationWidth),
            Stride(a.StrideHeight, b.StrideHeight, b.Output.Height), Stride(a.StrideWidth, b.StrideWidth, b.Output.Width), a.PaddingTop, a.PaddingLeft, 1, 1);
        budget.TakeNumbers((long)window.KernelHeight * window.KernelWidth * a.Input.Channels * b.Output.Channels);
        Matrix<double> inner = Ungrouped(first), outer = Ungrouped(second);
        int inputs = a.Input.Channels, middle = a.Output.Channels;
        var kernel = Matrix<double>.Build.Dense(window.Taps * inputs, b.Output.Channels);
        for (int tap = 0; tap < b.Taps; tap++)
        {
            Matrix<double> product = inner * outer.SubMatrix(tap * middle, middle, 0, outer.ColumnCount);
            for (int k = 0; k < a.Taps; k++)
            {
                int row = k / a.KernelWidth * a.DilationHeight + tap / b.KernelWidth * b.DilationHeight * a.StrideHeight;
                int column = k % a.KernelWidth * a.DilationWidth + tap % b.KernelWidth * b.DilationWidth * a.StrideWidth;
                for (int c = 0; c < inputs; c++)
                {
                    int target = (row * window.KernelWidth + column) * inputs + c;
                    kernel.SetRow(target, kernel.Row(target) + product.Row(k * inputs + c));
                }
            }
        }
        return new AnalogConvolution(window, 1, [kernel]);
    }

    private static int Extent(int kernel, int dilation, int stride, int outer, int outerDilation) =>
        (kernel - 1) * dilation + (outer - 1) * outerDilation * stride + 1;

    // With one place it means nothing, and those of many convolutions in a row could overflow.
    private static int Stride(int first, int second, int places) => places == 1 ? (int)Math.Min((long)first * second, LargestStride) : first * second;

    private static Matrix<double> Ungrouped(AnalogConvolution convolution)
    {
        if (convolution.Groups == 1)
            return convolution.Kernels[0];
        SlidingWindow window = convolution.Window;
        int perGroup = window.Input.Channels / convolution.Groups, outputs = window.Output.Channels / convolution.Groups;
        var kernel = Matrix<double>.Build.Dense(window.Taps * window.Input.Channels, window.Output.Channels);
        for (int group = 0; group < convolution.Groups; group++)
            for (int row = 0; row < window.Taps * perGroup; row++)
                for (int m = 0; m < outputs; m++)
                    kernel[row / perGroup * window.Input.Channels + group * perGroup + row % perGroup, group * outputs + m] =
                        convolution.Kernels[group][row, m];
        return kernel;
    }
}
