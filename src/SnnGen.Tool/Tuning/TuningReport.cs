using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SnnGen.Conversion;
using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Tuning;

/// <summary>What <c>snngen tune</c> prints; property names are a stable contract.</summary>
/// <param name="AnnAccuracy">Accuracy of the ANN on the held-out inputs; 1 without labels.</param>
/// <param name="MaxLoss">Largest loss that was asked for, in points.</param>
/// <param name="Inputs">Held-out inputs.</param>
/// <param name="Candidates">Conversions that were made.</param>
/// <param name="IsComplete">False where the time was up before the search was at its end.</param>
/// <param name="IsWithinLoss">False where every setting that was tried loses more.</param>
/// <param name="Front">The Pareto front, from few operations to many.</param>
/// <param name="Chosen">The setting to take.</param>
/// <param name="Metadata">It, as an item of a project.</param>
internal sealed record TuningReport(
    double AnnAccuracy, double MaxLoss, int Inputs, int Candidates, bool IsComplete, bool IsWithinLoss,
    TuningPoint[] Front, TuningPoint Chosen, string Metadata)
{
    // Not for a web page: the item keeps its angle brackets.
    private static readonly JsonSerializerOptions s_format = new(EvaluationReport.Format) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format);

    /// <summary>The item of a project that has the setting of <paramref name="point"/>; what is the default is left out.</summary>
    public static string Item(string model, TuningPoint point)
    {
        var preset = new ConversionOptions();
        var metadata = new List<(string Name, string Value)> { ("Include", model), ("TimeSteps", Text(point.TimeSteps)) };
        if (point.Weights != preset.Weights)
            metadata.Add(("Weights", point.Weights.ToString()));
        if (point.Keep != preset.Keep)
            metadata.Add(("Keep", Text(point.Keep)));
        if (point.ExitMargin is { } margin)
            metadata.AddRange([("Exit", "Confident"), ("ExitMargin", Text(margin))]);
        return $"<SnnModel {string.Join(' ', metadata.Select(entry => $"{entry.Name}=\"{System.Security.SecurityElement.Escape(entry.Value)}\""))} />";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
