using System.Xml.Linq;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>Values against the values they should have: the nearer to the diagonal the better.</summary>
internal static class ScatterChart
{
    private const double Size = 300, Left = 52, Right = 10, Top = 10, Bottom = 38;

    /// <summary>The chart.</summary>
    /// <param name="points">Expected and actual values, at least one.</param>
    /// <param name="x">What the expected ones are.</param>
    /// <param name="y">What the actual ones are.</param>
    public static XElement Draw(IReadOnlyList<(double Expected, double Actual)> points, string x, string y)
    {
        double[] all = [.. points.SelectMany(point => new[] { point.Expected, point.Actual })];
        Axis across = Axis.Around(all, double.NegativeInfinity, double.PositiveInfinity, Left, Size - Right);
        Axis up = across with { Start = Size - Bottom, End = Top };
        return E("figure", A("class", "scatter"), Svg.Drawing(
            Size, Size, $"{y} against {x}",
            up.Marks(5).Select(mark => new object[]
            {
                Svg.Line(Left, up.At(mark), Size - Right, up.At(mark), "grid"), Svg.Text(Left - 6, up.At(mark) + 4, Words.Number(mark), "mark", "end"),
                Svg.Text(across.At(mark), Size - Bottom + 15, Words.Number(mark), "mark", "middle"),
            }),
            Svg.Line(Left, Size - Bottom, Size - Right, Top, "cut"),
            points.Select(point => E("circle", A("cx", across.At(point.Expected)), A("cy", up.At(point.Actual)), A("r", 2), A("class", "point c1"))),
            Svg.Text((Left + Size - Right) / 2, Size - 6, x, "mark", "middle")));
    }
}
