using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SnnGen.Tool.Evaluation;

/// <summary>A curve of size and accuracy for people.</summary>
internal static class CurveTable
{
    /// <summary>One row a point.</summary>
    public static IRenderable Create(IReadOnlyList<CurvePoint> curve)
    {
        Table table = new Table().AddColumns("Keep", "Neurons", "SNN accuracy", "Agreement", "Output error, RMS", "Synaptic operations / inference");
        foreach ((double keep, EvaluationReport report) in curve)
        {
            table.AddRow(
                Text(keep), Text(report.Layers.Sum(layer => layer.Neurons)),
                report.SnnAccuracy is { } accuracy ? accuracy.ToString("P2", CultureInfo.InvariantCulture) : "",
                report.Agreement.ToString("P2", CultureInfo.InvariantCulture), report.OutputError is { } error ? Text(error) : "", Text(report.SynapticOperationsPerInference));
        }
        return table;
    }

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
