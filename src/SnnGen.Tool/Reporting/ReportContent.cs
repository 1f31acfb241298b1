using SnnGen.Conversion;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Measurement;

namespace SnnGen.Tool.Reporting;

/// <summary>All that a report shows.</summary>
/// <param name="Network">The network, with the names of its classes.</param>
/// <param name="Reference">What it is compared with: the ANN, or the same network in single precision.</param>
/// <param name="Origin">What it was measured on, in words.</param>
/// <param name="Figures">Accuracy, agreement and cost.</param>
/// <param name="Activity">What it did on these inputs.</param>
/// <param name="Examples">Some of them, whole.</param>
internal sealed record ReportContent(
    SpikingNetwork Network, string Reference, string Origin, EvaluationReport Figures, ActivityRecorder Activity, Example[] Examples)
{
    /// <summary>How each layer was converted; empty of a network that spiked already.</summary>
    public IReadOnlyList<LayerReport> Layers { get; init; } = [];

    /// <summary>How far spikes moved when the numbers changed; null where nothing changed, or of an ANN.</summary>
    public SpikeDrift? Drift { get; init; }

    /// <summary>The same model converted for other numbers of steps, in their order.</summary>
    public IReadOnlyList<CurvePoint> TimeCurve { get; init; } = [];

    /// <summary>The same model with fewer neurons.</summary>
    public IReadOnlyList<CurvePoint> PruningCurve { get; init; } = [];

    /// <summary>Name and value of every setting.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Name and SHA-256 of every file.</summary>
    public IReadOnlyList<(string Name, string Hash)> Files { get; init; } = [];

    /// <summary>What the user was warned of.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The name of a class: its label, or its number.</summary>
    public string NameOf(int output) => Network.Labels.Count > 0 ? Network.Labels[output] : output.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
