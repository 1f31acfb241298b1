using System.Text;

namespace SampleApp.Terminal;

/// <summary>Numbers as a row of small bars, one column each.</summary>
internal static class Bars
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <param name="values">Below zero counts as zero.</param>
    /// <param name="full">The value of a full bar.</param>
    /// <param name="highlighted">Index of the bar to draw in <paramref name="style"/>.</param>
    /// <param name="style">Style of that bar.</param>
    /// <param name="screen">Where it will be written.</param>
    public static string Draw(ReadOnlySpan<int> values, int full, int highlighted, Style style, Screen screen)
    {
        var line = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            double share = full > 0 ? Math.Clamp((double)values[i] / full, 0, 1) : 0;
            string bar = Heights[(int)Math.Round(share * (Heights.Length - 1))].ToString();
            line.Append(screen.Styled(i == highlighted ? style : Style.Faint, bar));
        }
        return line.ToString();
    }
}
