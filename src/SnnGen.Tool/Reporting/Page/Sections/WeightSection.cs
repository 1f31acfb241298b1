using System.Xml.Linq;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking.Numerics;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>The weights before and after they were written in the target's numbers.</summary>
internal static class WeightSection
{
    private const int MostLayers = 24;

    /// <summary>The section; null of a network that was not converted.</summary>
    public static XElement? Draw(ReportContent content)
    {
        bool isQuantised = content.Network.Arithmetic is FixedPointArithmetic;
        return content.Layers.Count == 0 ? null : Section(
            "weights", "Weights",
            "Weights in thresholds: one of 1 makes a resting neuron spike. Those of a readout that only integrates are in the units of the ANN. Heights are roots of the counts, so that rare weights are seen.",
            Cards(content.Layers.Take(MostLayers).Select(layer => Card(layer.Name, Draw(layer.Weights!, isQuantised)))));
    }

    private static object[] Draw(WeightSpread spread, bool isQuantised)
    {
        var solved = ("solved", "muted", (IReadOnlyList<long>)[.. spread.Solved]);
        XElement chart = isQuantised
            ? Histogram.Draw(-spread.Largest, spread.Largest, "weight", "distribution of weights before and after quantisation", ("quantised", "c1", [.. spread.Written]), solved)
            : Histogram.Draw(-spread.Largest, spread.Largest, "weight", "distribution of weights", solved with { Item2 = "c1" });
        string change = isQuantised ? $"Quantised weights differ by {Words.Number(spread.Change)} (RMS) from the solved ones. " : "";
        return [chart, E("p", $"{change}{Words.Percent(spread.Zeros)} are 0.")];
    }
}
