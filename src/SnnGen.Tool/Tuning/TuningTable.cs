using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SnnGen.Tool.Tuning;

/// <summary>A <see cref="TuningReport"/> for people.</summary>
internal static class TuningTable
{
    /// <summary>The Pareto front, and the chosen setting, which is marked.</summary>
    public static Rows Create(TuningReport report)
    {
        Table table = new Table().AddColumns(
            "", "T", "Keep", "Weights", "Margin", "Accuracy", "Loss ± s.e.", "Operations", "Steps", "Spikes", "Updates", "Bytes");
        foreach (TuningPoint point in report.Front.Append(report.Chosen).Distinct().OrderBy(point => point.SynapticOperations))
        {
            table.AddRow(
                point == report.Chosen ? "*" : "", Text(point.TimeSteps), Text(point.Keep), point.Weights.ToString(),
                point.ExitMargin is { } margin ? Text(margin) : "", point.Accuracy.ToString("P2", CultureInfo.InvariantCulture),
                $"{Points(point.Loss)} ± {Points(point.LossError)}", Count(point.SynapticOperations), Text(point.Steps), Count(point.Spikes),
                Count(point.NeuronUpdates), Count(point.WeightBytes));
        }
        return new Rows([.. Notes(report), table]);
    }

    private static IEnumerable<IRenderable> Notes(TuningReport report)
    {
        string accuracy = report.AnnAccuracy.ToString("P2", CultureInfo.InvariantCulture);
        yield return new Text($"ANN {accuracy} on {Count(report.Inputs)} held-out inputs; {Count(report.Candidates)} conversions tried");
        if (!report.IsComplete)
            yield return new Text("time was up before the search was at its end");
        if (!report.IsWithinLoss)
            yield return new Text($"no setting loses at most {Text(report.MaxLoss)} points with one standard error to spare; the nearest is marked");
    }

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Points(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
