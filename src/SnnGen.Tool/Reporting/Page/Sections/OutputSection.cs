using System.Xml.Linq;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>Output values against those of the reference.</summary>
internal static class OutputSection
{
    private const int MostPoints = 600;

    /// <summary>The section; null where the readout spikes and has no values.</summary>
    public static XElement? Draw(ReportContent content)
    {
        (double, double)[] points =
        [
            .. content.Activity.Expected.Zip(content.Activity.Values)
                .SelectMany(pair => pair.First.Zip(pair.Second, (expected, value) => (expected, (double)value)))
                .Where(point => double.IsFinite(point.expected) && double.IsFinite(point.Item2)).Take(MostPoints),
        ];
        return points.Length == 0 ? null : Section(
            "outputs", "Outputs", $"What the outputs are worth, in the units of {content.Reference}: the first {points.Length} values.",
            Cards(Card($"Spiking network against {content.Reference}", ScatterChart.Draw(points, content.Reference, "spiking network"))));
    }
}
