using System.Xml.Linq;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Tool.Reporting.Charts;
using SnnGen.Tool.Reporting.Measurement;
using static SnnGen.Tool.Reporting.Page.Html;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>Some inferences, whole: the input, all spikes, and the outputs' potentials.</summary>
internal static class ExampleSection
{
    private const int MostOutputs = 16, MostLayers = 8;

    /// <summary>The section.</summary>
    public static XElement Draw(ReportContent content) => Section(
        "examples", "Examples", "Every spike of a few inferences: a row is a neuron, time goes to the right. Below are the membrane potentials of the outputs.",
        E("div", A("class", "cards examples"), content.Examples.Select(example => Draw(content, example))));

    private static XElement Draw(ReportContent content, Example example)
    {
        bool isRight = example.Result.Class == (example.Truth ?? example.Reference);
        return Card(
            $"Input {example.Index}",
            E("div", A("class", "verdict"),
                example.Picture is { } picture ? PictureChart.Draw(picture) : null,
                content.Network.OutputSize == 1 ? null : E("p",
                    E("b", A("class", isRight ? "right" : "wrong"), content.NameOf(example.Result.Class)), isRight ? " decided" : " decided, otherwise than expected",
                    example.Truth is { } truth ? $"; it is {content.NameOf(truth)}" : "", $"; {content.Reference} says {content.NameOf(example.Reference)}"),
                E("p", $"{Words.Count(example.Result.Spikes)} spikes, {Words.Count(example.Result.SynapticOperations)} synaptic operations, {example.Result.Steps} steps")),
            Rasters(content, example) is { Count: > 0 } rasters ? RasterChart.Draw(rasters, example.Result.Steps) : null,
            Potentials(content, example));
    }

    private static List<(string, SpikeRaster, string)> Rasters(ReportContent content, Example example)
    {
        var rasters = new List<(string, SpikeRaster, string)>();
        if (example.Input is { } input)
            rasters.Add(("input", input, "muted"));
        for (int l = 0; l < content.Network.Layers.Count && rasters.Count < MostLayers; l++)
            if (content.Network.Layers[l].Neuron is SpikingNeuron)
                rasters.Add((content.Network.Layers[l].Name, example.Result.Rasters[l], "c1"));
        return rasters;
    }

    private static XElement Potentials(ReportContent content, Example example)
    {
        int expected = example.Truth ?? example.Reference, decided = example.Result.Class;
        IEnumerable<int> shown = Enumerable.Range(0, content.Network.OutputSize).Where(j => j < MostOutputs || j == decided || j == expected);
        // The important ones are drawn last, above the others.
        Series[] series = [.. shown.OrderBy(j => j == decided ? 2 : j == expected ? 1 : 0).Select(j => new Series(
            content.Network.OutputSize == 1 ? "" : j == decided ? $"{content.NameOf(j)}, decided" : j == expected ? $"{content.NameOf(j)}, expected" : "",
            j == decided ? "c1" : j == expected ? "c2" : "muted thin",
            [.. example.Result.Trace.Select((trace, step) => (step + 1.0, trace.Potentials[j]))]))];
        return new LineChart("time step", series) { HasWholeSteps = true }.Draw("membrane potentials of the outputs against time steps");
    }
}
