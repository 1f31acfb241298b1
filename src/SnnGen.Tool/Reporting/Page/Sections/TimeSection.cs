using System.Xml.Linq;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>How decisions get better with time.</summary>
internal static class TimeSection
{
    /// <summary>The section; null of a network that decides nothing.</summary>
    public static XElement? Draw(ReportContent content) => content.Network.OutputSize == 1 ? null : Section(
        "time", "Decisions over time", "A spiking network has an answer after every step, and a better one after more.",
        Cards(
            Card("After each step of one inference", Anytime(content)),
            Card("Cost up to each step", new LineChart("time step", [new Series("synaptic operations", "c4", Points(content.Activity.OperationsUpTo), true)])
            {
                Lowest = 0, HasWholeSteps = true,
            }.Draw("synaptic operations against time steps")),
            content.TimeCurve.Count < 2 ? null : Card("Converted for other numbers of steps", Converted(content))));

    private static XElement Anytime(ReportContent content)
    {
        double[] agreement = content.Activity.AgreementAfter;
        var series = new List<Series> { new("decided alike", "c1", Points(agreement), true) };
        if (content.Figures.AnnAccuracy is { } ann)
            series.Insert(0, new Series($"accuracy of {content.Reference}", "muted dashed", [(1, ann), (Math.Max(2, agreement.Length), ann)]));
        if (content.Activity.AccuracyAfter is { } accuracy)
            series.Add(new Series("accuracy", "c2", Points(accuracy), true));
        return Percentages("time step", series, "accuracy and agreement against time steps");
    }

    private static XElement Converted(ReportContent content)
    {
        var series = new List<Series> { new("decided alike", "c1", [.. content.TimeCurve.Select(point => ((double)point.Report.TimeSteps, point.Report.Agreement))], true) };
        if (content.Figures.AnnAccuracy is not null)
            series.Add(new Series("accuracy", "c2", [.. content.TimeCurve.Select(point => ((double)point.Report.TimeSteps, point.Report.SnnAccuracy ?? 0))], true));
        return Percentages("T", series, "accuracy and agreement against the steps that the network was converted for");
    }

    private static XElement Percentages(string title, IReadOnlyList<Series> series, string description) => new LineChart(title, series)
    {
        Lowest = 0, Highest = 1, HasWholeSteps = true, Write = share => Words.Number(share * 100) + " %",
    }.Draw(description);

    private static (double X, double Y)[] Points(double[] values) => [.. values.Select((value, step) => (step + 1.0, value))];
}
