using System.Xml.Linq;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;
using SnnGen.Tool.Evaluation;
using static SnnGen.Tool.Reporting.Page.Html;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>The head of the page: what the network is, and its main figures.</summary>
internal static class OverviewSection
{
    /// <summary>The head.</summary>
    public static XElement Draw(ReportContent content)
    {
        SpikingNetwork network = content.Network;
        EvaluationReport figures = content.Figures;
        string shape = string.Join(" → ", network.Layers.Select(layer => Words.Shape(layer.Shape)).Prepend(Words.Shape(network.Input.Shape)));
        return E(
            "header",
            E("h1", network.Name, E("span", " as a spiking network")),
            E("p", A("class", "lead"), $"{shape} · {Describe(network.Arithmetic)} · T = {network.TimeSteps} · measured on {content.Origin}"),
            content.Warnings.Select(warning => E("p", A("class", "warning"), warning)),
            E("div", A("class", "tiles"),
                figures.AnnAccuracy is { } ann ? Tile(Words.Percent(ann), $"accuracy of {content.Reference}") : null,
                figures.SnnAccuracy is { } snn ? Tile(Words.Percent(snn), "accuracy of the spiking network", "strong") : null,
                network.OutputSize > 1 ? Tile(Words.Percent(figures.Agreement), "decided alike", figures.SnnAccuracy is null ? "strong" : "") : null,
                figures.OutputError is { } error ? Tile(Words.Number(error), $"output error, RMS; outputs vary by {Words.Number(figures.OutputDeviation)}") : null,
                Tile(Words.Count(figures.SpikesPerInference), "spikes per inference"),
                Tile(Words.Count(figures.SynapticOperationsPerInference), "synaptic operations per inference"),
                Tile(Words.Count(figures.StepsPerInference), $"steps per inference, of {network.TimeSteps}")));
    }

    private static XElement Tile(string value, string caption, string style = "") => E(
        "div", A("class", "tile " + style), E("b", value), E("span", caption));

    private static string Describe(Arithmetic arithmetic) => arithmetic is FixedPointArithmetic p
        ? $"{p.WeightBits}-bit weights, {p.PotentialBits}-bit potentials"
        : "single precision";
}
