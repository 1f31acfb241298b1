using System.Xml.Linq;
using SnnGen.Tool.Reporting.Page;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Charts;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Name">Its name in the legend; empty for none.</param>
/// <param name="Style">Class of its colour.</param>
/// <param name="Points">Its points, in order.</param>
/// <param name="HasDots">Whether its points are marked.</param>
internal sealed record Series(string Name, string Style, (double X, double Y)[] Points, bool HasDots = false);

/// <summary>Lines over a common axis.</summary>
/// <param name="XTitle">What goes to the right.</param>
/// <param name="Series">The lines; those that come later lie above.</param>
internal sealed record LineChart(string XTitle, IReadOnlyList<Series> Series)
{
    private const double Width = 440, Height = 250, Left = 52, Right = 12, Top = 12, Bottom = 40;
    private const int MostDots = 40;

    /// <summary>Values never lie below.</summary>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>Values never lie above.</summary>
    public double Highest { get; init; } = double.PositiveInfinity;

    /// <summary>Whether x are whole numbers.</summary>
    public bool HasWholeSteps { get; init; }

    /// <summary>How values are written.</summary>
    public Func<double, string> Write { get; init; } = Words.Mark;

    /// <summary>The chart and its legend.</summary>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    public XElement Draw(string description)
    {
        double[] xs = [.. Series.SelectMany(series => series.Points).Select(point => point.X)];
        double margin = xs.Max() > xs.Min() ? 0 : 1;
        var x = new Axis(xs.Min() - margin, xs.Max() + margin, Left, Width - Right);
        var y = Axis.Around([.. Series.SelectMany(series => series.Points).Select(point => point.Y)], Lowest, Highest, Height - Bottom, Top);
        return E(
            "figure",
            Svg.Drawing(
                Width, Height, description,
                y.Marks(5).Select(mark => new object[]
                {
                    Svg.Line(Left, y.At(mark), Width - Right, y.At(mark), "grid"), Svg.Text(Left - 6, y.At(mark) + 4, Write(mark), "mark", "end"),
                }),
                x.Marks(8, HasWholeSteps ? 1 : 0).Select(mark => Svg.Text(x.At(mark), Height - Bottom + 16, Words.Number(mark), "mark", "middle")),
                Svg.Text((Left + Width - Right) / 2, Height - 6, XTitle, "mark", "middle"),
                Series.Select(series => Line(series, x, y))),
            Legend.Of(Series.Where(series => series.Name.Length > 0).Select(series => (series.Name, series.Style))));
    }

    private IEnumerable<XElement> Line(Series series, Axis x, Axis y)
    {
        string path = string.Concat(series.Points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{N(x.At(point.X))} {N(y.At(point.Y))}"));
        yield return E("path", A("d", path), A("class", $"line {series.Style}"), Svg.Hint(series.Name));
        if (!series.HasDots || series.Points.Length > MostDots)
            yield break;
        foreach ((double px, double py) in series.Points)
        {
            yield return E(
                "circle", A("cx", x.At(px)), A("cy", y.At(py)), A("r", 3.5), A("class", $"dot {series.Style}"),
                Svg.Hint($"{series.Name}, {Words.Number(px)}: {Write(py)}"));
        }
    }
}
