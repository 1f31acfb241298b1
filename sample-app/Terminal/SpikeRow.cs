using System.Text;

namespace SampleApp.Terminal;

/// <summary>The spikes of one time step as text: each character has room for 2×2 neurons.</summary>
internal static class SpikeRow
{
    // Bit 0 of the index is the upper left quarter, then upper right, lower left, lower right.
    private const string Quarters = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";

    /// <summary>Columns that <see cref="Draw"/> takes for this many words of 64 neurons.</summary>
    public static int Width(int words) => words * 16;

    public static string Draw(ReadOnlySpan<ulong> spikes)
    {
        var line = new StringBuilder();
        foreach (ulong word in spikes)
            for (int bit = 0; bit < 64; bit += 4)
                line.Append(Quarters[(int)(word >> bit & 15)]);
        return line.ToString();
    }
}
