using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning;

/// <summary>
/// Where a convolution adds what. A pair of neighbouring inputs of a row, and a kernel row, reach a run of output places that
/// lie side by side; the weights of a run lie side by side too. With a stride, columns of different phase reach the run
/// through different kernel columns.
/// </summary>
/// <param name="Pitch">Sums of an output row, margins included.</param>
/// <param name="Margin">Sums before the first place of the map.</param>
/// <param name="Places">Output places of a run.</param>
/// <param name="Run">Weights of a run, padded to whole vectors.</param>
/// <param name="Unit">Every run of sums is a whole multiple of this many.</param>
/// <param name="Sums">Sums of all rows, and a run beyond.</param>
/// <param name="GroupColumns">Columns whose inputs share pairs: 1, or 2 where the channels are odd.</param>
/// <param name="GroupPairs">Pairs of such a group.</param>
/// <param name="Columns">For each pair of a row: first sum, first weight of a kernel row (in outputs), sums of the run, taps on the map of either input.</param>
internal sealed record ConvolutionLayout(
    int Pitch, int Margin, int Places, int Run, int Unit, int Sums, int GroupColumns, int GroupPairs, EquatableArray<int> Columns)
{
    /// <summary>Numbers for each pair in <see cref="Columns"/>.</summary>
    public const int ColumnNumbers = 5;

    /// <summary>Whether a convolution can be laid out so.</summary>
    public static bool Fits(ConvolutionConnection convolution)
    {
        SlidingWindow window = convolution.Window;
        return convolution.Groups == 1 && window.DilationWidth == 1 && (window.Input.Channels % 2 == 0 || window.StrideWidth == 1);
    }

    /// <summary>
    /// Lays out a convolution that <see cref="Fits"/>. Where the channels of a place are whole vectors, runs end at the edges of
    /// the map; else rows have margins, and runs are padded.
    /// </summary>
    public static ConvolutionLayout Of(SlidingWindow window, Func<int, int> padded)
    {
        int channels = window.Input.Channels, outputs = window.Output.Channels, groupColumns = channels % 2 == 0 ? 1 : 2;
        int groupPairs = groupColumns * channels / 2, pairs = (window.Input.Width * channels + 1) / 2;
        int places = groupColumns == 2 ? window.KernelWidth + 1 : (window.KernelWidth + window.StrideWidth - 1) / window.StrideWidth;
        bool isClipped = padded(outputs) == outputs;
        int[] first = [.. Enumerable.Range(0, (window.Input.Width + groupColumns - 1) / groupColumns)
            .Select(group => FirstPlace(window, group * groupColumns, places, groupColumns))];
        int margin = isClipped ? 0 : Math.Max(0, -first.Min());
        int width = isClipped ? window.Output.Width : margin + Math.Max(window.Output.Width, first.Max() + places), run = padded(places * outputs);
        var columns = new int[pairs * ColumnNumbers];
        for (int pair = 0; pair < pairs; pair++)
        {
            int group = pair / groupPairs, phase = Phase(window, group * groupColumns);
            int skipped = isClipped ? Math.Max(0, -first[group]) : 0;
            int end = isClipped ? Math.Min(places, window.Output.Width - first[group]) : places;
            int at = pair * ColumnNumbers;
            columns[at] = (Math.Min(first[group] + skipped, width - 1) + margin) * outputs;
            columns[at + 1] = (phase * groupPairs + pair % groupPairs) * run + skipped * outputs;
            columns[at + 2] = isClipped ? Math.Max(0, end - skipped) * outputs : run;
            columns[at + 3] = Taps(window, 2 * pair / channels);
            columns[at + 4] = Taps(window, (2 * pair + 1) / channels);
        }
        return new ConvolutionLayout(
            width * outputs, margin * outputs, places, run, isClipped ? outputs : run, checked(window.Output.Height * width * outputs + run), groupColumns, groupPairs,
            new EquatableArray<int>(columns));
    }

    /// <summary>Kernel column of an input at place <paramref name="place"/> of a run, or −1 where there is none.</summary>
    /// <param name="window">The windows.</param>
    /// <param name="phase">Phase of the column.</param>
    /// <param name="column">Column within its group.</param>
    /// <param name="place">From 0.</param>
    public int KernelColumn(SlidingWindow window, int phase, int column, int place)
    {
        int tap = GroupColumns == 2 ? column + window.KernelWidth - 1 - place : phase + window.StrideWidth * (Places - 1 - place);
        return tap >= 0 && tap < window.KernelWidth ? tap : -1;
    }

    private static int Phase(SlidingWindow window, int column) => (column + window.PaddingLeft) % window.StrideWidth;

    private static int FirstPlace(SlidingWindow window, int column, int places, int groupColumns) => groupColumns == 2
        ? column + window.PaddingLeft - (window.KernelWidth - 1)
        : (column + window.PaddingLeft) / window.StrideWidth - (places - 1);

    private static int Taps(SlidingWindow window, int column) =>
        column >= window.Input.Width ? 0 : Enumerable.Range(0, window.KernelWidth).Count(tap => window.OutputColumn(column, tap) >= 0);
}
