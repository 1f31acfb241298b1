using System.Text;

namespace SampleApp.Terminal;

/// <summary>The spikes of one time step as text, four neurons a character.</summary>
internal static class SpikeRow
{
    private const int WordBits = 64, NeuronsPerCharacter = 4;

    /// <summary>Columns that <see cref="Draw"/> takes for this many words of 64 neurons.</summary>
    public static int Width(int words) => words * WordBits / NeuronsPerCharacter;

    public static string Draw(ReadOnlySpan<ulong> spikes, Glyphs glyphs)
    {
        var line = new StringBuilder();
        foreach (ulong word in spikes)
            for (int bit = 0; bit < WordBits; bit += NeuronsPerCharacter)
                line.Append(glyphs.Quarters[(int)(word >> bit & 15)]);
        return line.ToString();
    }
}
