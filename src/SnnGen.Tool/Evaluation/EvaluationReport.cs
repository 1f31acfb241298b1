using System.Text.Json;
using SnnGen.Conversion;
using SnnGen.Conversion.Chips;

namespace SnnGen.Tool.Evaluation;

/// <summary>What <c>snngen evaluate</c> prints; property names are a stable contract.</summary>
/// <param name="AnnAccuracy">Share of inputs that the ANN classifies right; null without labels.</param>
/// <param name="SnnAccuracy">Share of inputs that the spiking network classifies right; null without labels.</param>
/// <param name="Agreement">Share of inputs on which both decide alike.</param>
/// <param name="OutputError">Root mean square difference between the outputs of both, in the ANN's units; null where the readout spikes.</param>
/// <param name="OutputDeviation">Standard deviation of the ANN's outputs, to compare it with.</param>
/// <param name="TimeSteps">T.</param>
/// <param name="StepsPerInference">Mean steps taken: T, or fewer where inferences end early.</param>
/// <param name="Inputs">Number of test inputs.</param>
/// <param name="SpikesPerInference">Mean spikes of all layers, input excluded.</param>
/// <param name="SynapticOperationsPerInference">Mean products of a weight and a nonzero input; a constant input counts once.</param>
/// <param name="ConversionSeconds">Import, calibration and conversion.</param>
/// <param name="EvaluationSeconds">Both networks on all inputs.</param>
/// <param name="Layers">One entry a layer.</param>
/// <param name="Mapping">What the network takes of the chip, or null without one.</param>
internal sealed record EvaluationReport(
    double? AnnAccuracy, double? SnnAccuracy, double Agreement, double? OutputError, double OutputDeviation, int TimeSteps, double StepsPerInference, int Inputs, double SpikesPerInference,
    double SynapticOperationsPerInference, double ConversionSeconds, double EvaluationSeconds, LayerEntry[] Layers, ChipMapping? Mapping)
{
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>One JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);
}

/// <summary>One layer of an <see cref="EvaluationReport"/>.</summary>
internal sealed record LayerEntry(
    string Name, int Neurons, int Inputs, double Objective, double PriorObjective, double RelativeGap, double MeanRate, double Seconds)
{
    /// <summary>The entry of a converted layer.</summary>
    public static LayerEntry From(LayerReport layer) => new(
        layer.Name, layer.Neurons, layer.Inputs, layer.Objective, layer.PriorObjective, layer.RelativeGap, layer.MeanRate, layer.Seconds);
}
