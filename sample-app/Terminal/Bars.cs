using System.Text;

namespace SampleApp.Terminal;

/// <summary>Numbers as a row of small bars, one column each.</summary>
internal static class Bars
{
    /// <param name="values">Below zero counts as zero.</param>
    /// <param name="full">The value of a full bar.</param>
    /// <param name="highlighted">Index of the bar to make stand out.</param>
    /// <param name="screen">Where it will be written.</param>
    public static string Draw(ReadOnlySpan<double> values, double full, int highlighted, Screen screen)
    {
        string heights = screen.Glyphs.Heights;
        var line = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            double share = full > 0 ? Math.Clamp(values[i] / full, 0, 1) : 0;
            string bar = heights[(int)Math.Round(share * (heights.Length - 1))].ToString();
            line.Append(screen.Styled(i == highlighted ? Style.Bold : Style.Faint, bar));
        }
        return line.ToString();
    }
}
