using System.Globalization;
using SnnGen.Tool.Commands;
using Spectre.Console;

namespace SnnGen.Tool.Evaluation;

/// <summary>An <see cref="EvaluationReport"/> for people.</summary>
internal static class EvaluationTable
{
    /// <summary>Two tables: the network and its layers.</summary>
    public static Rows Create(EvaluationReport report)
    {
        Table network = new Table().AddColumns("Figure", "Value");
        if (report is { AnnAccuracy: { } ann, SnnAccuracy: { } snn })
            network.AddRow("ANN accuracy", Percent(ann)).AddRow("SNN accuracy", Percent(snn));
        network.AddRow("Agreement", Percent(report.Agreement));
        if (report.OutputError is { } error)
            network.AddRow("Output error, RMS", Text(error));
        network.AddRow("Output deviation", Text(report.OutputDeviation));
        network.AddRow("Time steps", Text(report.TimeSteps));
        network.AddRow("Steps / inference", Text(report.StepsPerInference));
        network.AddRow("Inputs", Text(report.Inputs));
        network.AddRow("Spikes / inference", Text(report.SpikesPerInference));
        network.AddRow("Synaptic operations / inference", Text(report.SynapticOperationsPerInference));
        network.AddRow("Conversion, s", Text(report.ConversionSeconds));
        network.AddRow("Evaluation, s", Text(report.EvaluationSeconds));

        Table layers = new Table().AddColumns("Layer", "Inputs", "Neurons", "Objective", "Prior", "Gap", "Mean rate", "s");
        foreach (LayerEntry layer in report.Layers)
        {
            layers.AddRow(
                TableOutput.Cell(layer.Name), Text(layer.Inputs), Text(layer.Neurons), Text(layer.Objective), Text(layer.PriorObjective),
                layer.RelativeGap.ToString("E1", CultureInfo.InvariantCulture), Text(layer.MeanRate), Text(layer.Seconds));
        }
        return report.Mapping is { } mapping ? new Rows(network, layers, MappingTable.Create(mapping)) : new Rows(network, layers);
    }

    private static string Percent(double share) => share.ToString("P2", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
