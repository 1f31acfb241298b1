using System.Text.Json.Serialization;
using SnnGen.Conversion;

namespace SnnGen.Tool.Tuning;

/// <summary>A setting and what it does on the held-out inputs; property names are a stable contract.</summary>
/// <param name="TimeSteps">T.</param>
/// <param name="Keep">Share of the channels that each hidden layer keeps.</param>
/// <param name="Weights">Number format.</param>
/// <param name="ExitMargin">Margin of a confident exit, or null where all steps are taken.</param>
/// <param name="Accuracy">Share of inputs on which it is right: that of the label, or without labels that of the ANN.</param>
/// <param name="Loss">Points by which the ANN is more accurate.</param>
/// <param name="LossError">Standard error of the loss, in points.</param>
/// <param name="SynapticOperations">Mean products of a weight and a nonzero input; a constant input counts once.</param>
/// <param name="Steps">Mean steps taken.</param>
/// <param name="Spikes">Mean spikes, input excluded.</param>
/// <param name="NeuronUpdates">Mean updates of a membrane potential: neurons times steps taken.</param>
/// <param name="WeightBytes">Memory of all weights at their width.</param>
internal sealed record TuningPoint(
    int TimeSteps, double Keep, [property: JsonConverter(typeof(JsonStringEnumConverter<WeightFormat>))] WeightFormat Weights, double? ExitMargin, double Accuracy, double Loss, double LossError,
    double SynapticOperations, double Steps, double Spikes, double NeuronUpdates, long WeightBytes)
{
    /// <summary>The conversion that it needs.</summary>
    [JsonIgnore]
    public Candidate Candidate => new(TimeSteps, Keep, Weights);

    /// <summary>Whether the loss is at most <paramref name="maxLoss"/> points, with one standard error to spare.</summary>
    public bool LosesAtMost(double maxLoss) => Loss + LossError <= maxLoss;
}
