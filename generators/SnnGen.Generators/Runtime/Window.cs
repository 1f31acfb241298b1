namespace SnnGen.Runtime;

/// <summary>
/// A window that slides over a feature map: output place p sees the inputs p · stride − padding + k · dilation for every
/// tap k of the kernel, as far as they lie on the map. Outputs are numbered height × width × channels.
/// </summary>
internal readonly struct Window
{
    public int InputHeight { get; init; }

    public int InputWidth { get; init; }

    public int InputChannels { get; init; }

    /// <summary>Whether the inputs are numbered channels × height × width; else height × width × channels.</summary>
    public bool IsChannelsFirst { get; init; }

    public int OutputHeight { get; init; }

    public int OutputWidth { get; init; }

    public int OutputChannels { get; init; }

    public int KernelHeight { get; init; }

    public int KernelWidth { get; init; }

    public int StrideHeight { get; init; }

    public int StrideWidth { get; init; }

    public int PaddingTop { get; init; }

    public int PaddingLeft { get; init; }

    public int DilationHeight { get; init; }

    public int DilationWidth { get; init; }

    /// <summary>Place and channel of an input.</summary>
    public void Locate(int input, out int row, out int column, out int channel)
    {
        int place;
        if (IsChannelsFirst)
            (channel, place) = (input / (InputHeight * InputWidth), input % (InputHeight * InputWidth));
        else
            (channel, place) = (input % InputChannels, input / InputChannels);
        (row, column) = (place / InputWidth, place % InputWidth);
    }

    /// <summary>Output row that sees an input row under a tap row, or −1.</summary>
    public int OutputRow(int row, int tap) => Unstride(row + PaddingTop - (tap * DilationHeight), StrideHeight, OutputHeight);

    /// <summary>Output column that sees an input column under a tap column, or −1.</summary>
    public int OutputColumn(int column, int tap) => Unstride(column + PaddingLeft - (tap * DilationWidth), StrideWidth, OutputWidth);

    /// <summary>Input row under a tap row of an output row, or −1 outside the map.</summary>
    public int InputRow(int row, int tap) => Inside((row * StrideHeight) - PaddingTop + (tap * DilationHeight), InputHeight);

    /// <summary>Input column under a tap column of an output column, or −1 outside the map.</summary>
    public int InputColumn(int column, int tap) => Inside((column * StrideWidth) - PaddingLeft + (tap * DilationWidth), InputWidth);

    private static int Unstride(int position, int stride, int extent) =>
        position >= 0 && (stride == 1 || position % stride == 0) ? Inside(position / stride, extent) : -1;

    private static int Inside(int position, int extent) => unchecked((uint)position) < (uint)extent ? position : -1;
}
