using System.Globalization;
using System.Xml.Linq;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Charts;
using static SnnGen.Tool.Reporting.Page.Parts;

namespace SnnGen.Tool.Reporting.Page.Sections;

/// <summary>How well each layer was fitted, and how active it is.</summary>
internal static class LayerSection
{
    private const int MostLayers = 12, Bins = 20;

    private static readonly string[] s_styles = ["c1", "c2", "c3", "c4"];

    /// <summary>The section.</summary>
    public static XElement Draw(ReportContent content)
    {
        int[] spiking = [.. Enumerable.Range(0, content.Network.Layers.Count).Where(l => content.Network.Layers[l].Neuron is SpikingNeuron)];
        return Section(
            "layers", "Layers",
            content.Layers.Count > 0
                ? "The residual is what the linear program minimises: the mean distance, in thresholds, between a neuron’s current and the one that gives its rate. Prior is that of the ANN’s normalised weights. No weights at all could be nearer to the optimum than the gap, which is certified."
                : "Rates are spikes of a neuron in a step.",
            WideTable(
                ["Layer", "Neurons", "Mean rate", "Silent", "In every step", "Synaptic operations", .. content.Layers.Count > 0 ? new[] { "Residual", "Prior", "Gap" } : []],
                content.Network.Layers.Select((layer, l) => Row(content, layer, l))),
            Cards(
                spiking.Length == 0 ? null : Card("Spikes over time", new LineChart("time step", [.. spiking.Take(MostLayers).Select((l, i) => new Series(
                    content.Network.Layers[l].Name, s_styles[i % s_styles.Length], [.. content.Activity.SpikesOf(l).Select((spikes, step) => (step + 1.0, spikes))], true))])
                {
                    Lowest = 0, HasWholeSteps = true,
                }.Draw("spikes of each layer against time steps")),
                spiking.Take(MostLayers).Select(l => Card($"Rates of {content.Network.Layers[l].Name}", Rates(content.Activity.RatesOf(l))))));
    }

    private static string[] Row(ReportContent content, SpikingLayer layer, int l)
    {
        double[] rates = content.Activity.RatesOf(l);
        bool isSpiking = layer.Neuron is SpikingNeuron;
        string[] activity =
        [
            layer.Name, Words.Count(layer.Neurons), isSpiking ? Words.Number(rates.Average()) : "", isSpiking ? Share(rate => rate == 0) : "",
            isSpiking ? Share(rate => rate == 1) : "", Words.Count(content.Activity.LayerOperations[l]),
        ];
        if (content.Layers.Count == 0)
            return activity;
        LayerEntry entry = content.Figures.Layers[l];
        return
        [
            .. activity, Words.Number(entry.Objective / entry.Neurons), Words.Number(entry.PriorObjective / entry.Neurons),
            entry.RelativeGap.ToString("0.0E0", CultureInfo.InvariantCulture),
        ];

        string Share(Func<double, bool> holds) => Words.Percent((double)rates.Count(holds) / rates.Length);
    }

    private static XElement Rates(double[] rates)
    {
        double highest = Math.Max(rates.Max(), 1e-3);
        var counts = new long[Bins];
        foreach (double rate in rates)
            counts[Math.Min((int)(rate / highest * Bins), Bins - 1)]++;
        return Histogram.Draw(0, highest, "spikes a step; heights are roots of the number of neurons", "distribution of firing rates", ("neurons", "c1", counts));
    }
}
