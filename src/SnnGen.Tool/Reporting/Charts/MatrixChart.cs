using System.Globalization;
using System.Xml.Linq;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>A matrix of counts, such as of confusions: the darker the more.</summary>
internal static class MatrixChart
{
    private const double Cell = 38, Margin = 84;
    private const int LongestName = 10;

    /// <summary>The matrix. What lies on the diagonal has a colour of its own.</summary>
    /// <param name="counts">Rows × columns, of equal length.</param>
    /// <param name="names">Names of rows and columns.</param>
    /// <param name="rows">What the rows are.</param>
    /// <param name="columns">What the columns are.</param>
    public static XElement Draw(int[,] counts, string[] names, string rows, string columns)
    {
        int n = names.Length;
        double size = Margin + n * Cell;
        return E("figure", A("class", "matrix"), Svg.Drawing(
            size + 4, size + 4, $"{rows} against {columns}",
            Svg.Text(Margin + n * Cell / 2, 14, columns, "mark", "middle"),
            E("text", A("transform", $"translate(14 {N(Margin + n * Cell / 2)}) rotate(-90)"), A("class", "mark"), A("text-anchor", "middle"), rows),
            names.Select((name, i) => new object[]
            {
                Svg.Text(Margin - 6, Margin + (i + 0.5) * Cell + 4, Shorten(name, LongestName), "label", "end"),
                E("text", A("transform", $"translate({N(Margin + (i + 0.5) * Cell + 4)} {N(Margin - 6)}) rotate(-60)"), A("class", "label"), Shorten(name, LongestName)),
            }),
            Enumerable.Range(0, n).SelectMany(row => Enumerable.Range(0, n).SelectMany(column => DrawCell(counts, names, row, column)))));
    }

    private static IEnumerable<XElement> DrawCell(int[,] counts, string[] names, int row, int column)
    {
        int count = counts[row, column], all = Enumerable.Range(0, names.Length).Sum(j => counts[row, j]);
        double x = Margin + column * Cell, y = Margin + row * Cell, share = all == 0 ? 0 : (double)count / all;
        // Errors are rare: without the root none would be seen.
        double opacity = row == column ? share * 0.75 : Math.Min(0.9, Math.Sqrt(share) * 1.4);
        yield return Svg.Rectangle(
            x + 1, y + 1, Cell - 2, Cell - 2, row == column ? "cell c3" : "cell c2", A("fill-opacity", count == 0 ? 0.04 : Math.Max(0.12, opacity)), A("rx", 4),
            Svg.Hint($"{names[row]} → {names[column]}: {Words.Count(count)}"));
        if (count > 0)
            yield return Svg.Text(x + Cell / 2, y + Cell / 2 + 4, count.ToString(CultureInfo.InvariantCulture), "cell-text", "middle");
    }
}
