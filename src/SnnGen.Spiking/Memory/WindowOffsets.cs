using SnnGen.Spiking.Layers;

namespace SnnGen.Spiking.Memory;

/// <summary>
/// Windows as tables: for each row (or column) of one side, and each tap, the row (or column) of the other side times a
/// factor, or −1 where there is none. An element is the sum of its row's and its column's entry, so that code needs no
/// division.
/// </summary>
public static class WindowOffsets
{
    /// <summary>Output rows by input row and tap row.</summary>
    public static int[] OutputRows(SlidingWindow window, int factor) =>
        Table(window.Input.Height, window.KernelHeight, factor, window.OutputRow);

    /// <summary>Output columns by input column and tap column.</summary>
    public static int[] OutputColumns(SlidingWindow window, int factor) =>
        Table(window.Input.Width, window.KernelWidth, factor, window.OutputColumn);

    /// <summary>Input rows by output row and tap row.</summary>
    public static int[] InputRows(SlidingWindow window, int factor) =>
        Table(window.Output.Height, window.KernelHeight, factor, window.InputRow);

    /// <summary>Input columns by output column and tap column.</summary>
    public static int[] InputColumns(SlidingWindow window, int factor) =>
        Table(window.Output.Width, window.KernelWidth, factor, window.InputColumn);

    private static int[] Table(int places, int taps, int factor, Func<int, int, int> other)
    {
        var table = new int[checked(places * taps)];
        for (int place = 0; place < places; place++)
            for (int tap = 0; tap < taps; tap++)
                table[place * taps + tap] = other(place, tap) is >= 0 and int found ? checked(found * factor) : -1;
        return table;
    }
}
