using System.Xml.Linq;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>What fewer neurons cost.</summary>
internal static class PruningSection
{
    /// <summary>The section; null where the curve was not asked for.</summary>
    public static XElement? Draw(ReportContent content)
    {
        if (content.PruningCurve.Count < 2)
            return null;
        CurvePoint[] points = [.. content.PruningCurve.OrderBy(point => point.Keep)];
        var series = new List<Series> { new("decided alike", "c1", [.. points.Select(point => (Neurons(point), point.Report.Agreement))], true) };
        if (content.Figures.SnnAccuracy is not null)
            series.Add(new Series("accuracy", "c2", [.. points.Select(point => (Neurons(point), point.Report.SnnAccuracy ?? 0))], true));
        return Section(
            "pruning", "Pruning", "The same model with fewer neurons in its hidden layers: the least useful are removed, and the layer after them is fitted anew (metadata Keep).",
            Cards(
                Card("Accuracy against size", new LineChart("neurons", series) { Lowest = 0, Highest = 1, Write = share => Words.Number(share * 100) + " %" }.Draw("accuracy against neurons")),
                Card("The points", Table(
                    ["Keep", "Neurons", "Decided alike", "Accuracy", "Synaptic operations"],
                    points.Reverse().Select(point => new[]
                    {
                        Words.Number(point.Keep), Words.Count(Neurons(point)), Words.Percent(point.Report.Agreement),
                        point.Report.SnnAccuracy is { } accuracy ? Words.Percent(accuracy) : "", Words.Count(point.Report.SynapticOperationsPerInference),
                    })))));
    }

    private static double Neurons(CurvePoint point) => point.Report.Layers.Sum(layer => layer.Neurons);
}
