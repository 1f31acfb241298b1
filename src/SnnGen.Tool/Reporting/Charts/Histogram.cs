using System.Xml.Linq;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>Counts in bins of equal width, one distribution or two over each other.</summary>
internal static class Histogram
{
    private const double Width = 440, Height = 190, Side = 12, Top = 8, Bottom = 36;

    /// <summary>The histogram; heights are roots of the counts, so that rare values are seen beside frequent ones.</summary>
    /// <param name="low">Value at the left edge.</param>
    /// <param name="high">Value at the right edge.</param>
    /// <param name="title">What goes to the right.</param>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    /// <param name="series">Name, class of the colour, and counts; all of as many bins.</param>
    public static XElement Draw(double low, double high, string title, string description, params (string Name, string Style, IReadOnlyList<long> Counts)[] series)
    {
        var x = new Axis(low, high > low ? high : low + 1, Side, Width - Side);
        double tallest = Math.Sqrt(Math.Max(1, series.Max(one => one.Counts.Max()))), floor = Height - Bottom;
        return E(
            "figure",
            Svg.Drawing(
                Width, Height, description,
                Svg.Line(Side, floor, Width - Side, floor, "grid"),
                series.Select(one => one.Counts.Select((count, bin) =>
                {
                    double width = (Width - 2 * Side) / one.Counts.Count, height = Math.Sqrt(count) / tallest * (floor - Top);
                    return count == 0 ? null : Svg.Rectangle(
                        Side + bin * width + 0.5, floor - height, width - 1, height, $"bar {one.Style}", Svg.Hint($"{one.Name}: {Words.Count(count)}"));
                })),
                x.Marks(6).Select(mark => Svg.Text(x.At(mark), floor + 15, Words.Number(mark), "mark", "middle")),
                Svg.Text(Width / 2, Height - 5, title, "mark", "middle")),
            Legend.Of(series.Where(one => one.Name.Length > 0).Select(one => (one.Name, one.Style))));
    }
}
