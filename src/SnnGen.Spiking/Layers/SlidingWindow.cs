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

    private static int Inside(int position, int extent) => position >= 0 && position < extent ? position : -1;

    private static int Unstride(int position, int stride, int extent) =>
        position >= 0 && position % stride == 0 ? Inside(position / stride, extent) : -1;
}
