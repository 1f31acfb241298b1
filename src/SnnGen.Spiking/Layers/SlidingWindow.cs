namespace SnnGen.Spiking.Layers;

/// <summary>
/// A window that slides over a feature map: output place p sees the inputs p · stride − padding + k · dilation for
/// every tap k of the kernel, as far as they lie on the map.
/// </summary>
/// <param name="Input">The map it slides over.</param>
/// <param name="Output">What it gives; its channels are those of what is computed from the window.</param>
/// <param name="KernelHeight">Taps along the height.</param>
/// <param name="KernelWidth">Taps along the width.</param>
/// <param name="StrideHeight">Rows between windows.</param>
/// <param name="StrideWidth">Columns between windows.</param>
/// <param name="PaddingTop">Rows by which the first window lies outside.</param>
/// <param name="PaddingLeft">Columns by which the first window lies outside.</param>
/// <param name="DilationHeight">Rows between taps.</param>
/// <param name="DilationWidth">Columns between taps.</param>
public sealed record SlidingWindow(
    FeatureMap Input,
    FeatureMap Output,
    int KernelHeight,
    int KernelWidth,
    int StrideHeight,
    int StrideWidth,
    int PaddingTop,
    int PaddingLeft,
    int DilationHeight,
    int DilationWidth)
{
    /// <summary>Taps of the kernel.</summary>
    public int Taps => KernelHeight * KernelWidth;

    /// <summary>Taps of all places that lie on the map, of one channel.</summary>
    public long InsideTaps => Inside(Output.Height, KernelHeight, InputRow) * Inside(Output.Width, KernelWidth, InputColumn);

    /// <summary>Whether every output place sees at least one place of the map.</summary>
    public bool IsOnMap =>
        Sees(Output.Height, KernelHeight, StrideHeight, PaddingTop, DilationHeight, Input.Height)
        && Sees(Output.Width, KernelWidth, StrideWidth, PaddingLeft, DilationWidth, Input.Width);

    /// <summary>Whether no window lies further from the map than it reaches: padding has no use beyond that.</summary>
    public bool IsBesideMap =>
        Touches(Output.Height, KernelHeight, StrideHeight, PaddingTop, DilationHeight, Input.Height)
        && Touches(Output.Width, KernelWidth, StrideWidth, PaddingLeft, DilationWidth, Input.Width);

    /// <summary>Input row under tap row <paramref name="tap"/> of an output row, or −1 outside the map.</summary>
    public int InputRow(int output, int tap) =>
        Inside(output * StrideHeight - PaddingTop + tap * DilationHeight, Input.Height);

    /// <summary>Input column under tap column <paramref name="tap"/> of an output column, or −1 outside the map.</summary>
    public int InputColumn(int output, int tap) =>
        Inside(output * StrideWidth - PaddingLeft + tap * DilationWidth, Input.Width);

    /// <summary>Output row that sees an input row under tap row <paramref name="tap"/>, or −1.</summary>
    public int OutputRow(int input, int tap) =>
        Unstride(input + PaddingTop - tap * DilationHeight, StrideHeight, Output.Height);

    /// <summary>Output column that sees an input column under tap column <paramref name="tap"/>, or −1.</summary>
    public int OutputColumn(int input, int tap) =>
        Unstride(input + PaddingLeft - tap * DilationWidth, StrideWidth, Output.Width);

    private static long Inside(int outputs, int taps, Func<int, int, int> inputOf) =>
        Enumerable.Range(0, outputs).Sum(output => (long)Enumerable.Range(0, taps).Count(tap => inputOf(output, tap) >= 0));

    private static bool Sees(int outputs, int taps, int stride, int padding, int dilation, int extent)
    {
        for (long output = 0; output < outputs; output++)
        {
            long first = output * stride - padding;
            long tap = first < 0 ? (dilation - 1 - first) / dilation : 0;
            if (tap >= taps || first + tap * dilation >= extent)
                return false;
        }
        return true;
    }

    private static bool Touches(long outputs, long taps, long stride, long padding, long dilation, long extent)
    {
        long reach = (taps - 1) * dilation + 1;
        return padding <= reach && (outputs - 1) * stride - padding <= extent + reach;
    }

    private static int Inside(int position, int extent) => position >= 0 && position < extent ? position : -1;

    private static int Unstride(int position, int stride, int extent) =>
        position >= 0 && position % stride == 0 ? Inside(position / stride, extent) : -1;
}
