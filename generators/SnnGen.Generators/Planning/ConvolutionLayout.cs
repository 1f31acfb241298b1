using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning;

/// <summary>
/// How a convolution is computed as many small fully connected layers: the places of an output row come in blocks, and a block
/// sees a stretch of input columns. All blocks share one table of weights, kernel row by kernel row, column by column of the
/// stretch, pair by pair.
/// </summary>
/// <param name="Places">Places of a block.</param>
/// <param name="Lanes">Sums of a block, padded to whole vectors.</param>
/// <param name="GroupColumns">Columns whose inputs are whole pairs: 1, or 2 where the channels are odd.</param>
/// <param name="GroupPairs">Pairs of such a group.</param>
/// <param name="Groups">Groups of columns that a row of windows sees, padding included.</param>
/// <param name="BlockGroups">Groups that a block sees.</param>
/// <param name="Step">Groups from one block to the next.</param>
/// <param name="Taps">Kernel rows under which each input row is seen, then kernel columns under which each input of a row is.</param>
internal sealed record ConvolutionLayout(
    int Places, int Lanes, int GroupColumns, int GroupPairs, int Groups, int BlockGroups, int Step, EquatableArray<byte> Taps)
{
    // Four vectors of sixteen sums: enough to keep their additions apart, and weights that stay in the fastest cache.
    private const int WantedLanes = 64;

    /// <summary>Whether a convolution can be laid out so.</summary>
    public static bool Fits(ConvolutionConnection convolution) =>
        convolution.Groups == 1 && Math.Max(convolution.Window.KernelHeight, convolution.Window.KernelWidth) <= byte.MaxValue;

    /// <summary>Lays out a convolution that <see cref="Fits"/>.</summary>
    public static ConvolutionLayout Of(SlidingWindow window, Func<int, int> padded)
    {
        int channels = window.Input.Channels, outputs = window.Output.Channels, groupColumns = channels % 2 == 0 ? 1 : 2;
        int places = Math.Min(window.Output.Width, (WantedLanes + outputs - 1) / outputs);
        // A block must begin with a group.
        if (places * window.StrideWidth % groupColumns != 0)
            places++;
        int blockColumns = (places - 1) * window.StrideWidth + (window.KernelWidth - 1) * window.DilationWidth + 1;
        int blockGroups = (blockColumns + groupColumns - 1) / groupColumns, step = places * window.StrideWidth / groupColumns;
        int blocks = (window.Output.Width + places - 1) / places;
        int seen = (window.PaddingLeft + window.Input.Width + groupColumns - 1) / groupColumns;
        IEnumerable<int> rowTaps = Enumerable.Range(0, window.Input.Height)
            .Select(row => Enumerable.Range(0, window.KernelHeight).Count(tap => window.OutputRow(row, tap) >= 0));
        IEnumerable<int> columnTaps = Enumerable.Range(0, window.Input.Width * channels)
            .Select(input => Enumerable.Range(0, window.KernelWidth).Count(tap => window.OutputColumn(input / channels, tap) >= 0));
        return new ConvolutionLayout(
            places, padded(places * outputs), groupColumns, groupColumns * channels / 2, Math.Max(seen, (blocks - 1) * step + blockGroups), blockGroups, step,
            rowTaps.Concat(columnTaps).Select(taps => (byte)taps).ToEquatableArray());
    }

    /// <summary>Rows of the table.</summary>
    public int Rows(SlidingWindow window) => BlockGroups * window.KernelHeight * GroupPairs;
}
