using SnnGen.Conversion.Chips;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion;

/// <summary>A converted network and what is known about it.</summary>
/// <param name="Network">The spiking network.</param>
/// <param name="Layers">One entry a layer.</param>
/// <param name="Mapping">What it takes of the chip that it was made for, if any.</param>
public sealed record ConversionReport(SpikingNetwork Network, IReadOnlyList<LayerReport> Layers, ChipMapping? Mapping);

/// <summary>How one layer was converted.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Neurons">m.</param>
/// <param name="Inputs">n.</param>
/// <param name="Objective">Objective of the solution, summed over neurons.</param>
/// <param name="PriorObjective">Objective of the ANN's normalised weights, summed over neurons.</param>
/// <param name="RelativeGap">Certified: (objective − lower bound) / objective; 0 where the mean neuron's objective is negligible.</param>
/// <param name="MeanRate">Mean spikes a neuron and step on the calibration inputs.</param>
/// <param name="Seconds">Time to convert it.</param>
public sealed record LayerReport(
    string Name, int Neurons, int Inputs, double Objective, double PriorObjective, double RelativeGap,
    double MeanRate, double Seconds)
{
    /// <summary>
    /// Its weights as they were solved and as they were written, before channels of its own were pruned; null without
    /// <see cref="ConversionOptions.RecordsWeights"/>.
    /// </summary>
    public WeightSpread? Weights { get; init; }

    /// <summary>The report of a converted layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="solutions">Solutions of its programs.</param>
    /// <param name="meanRate">Mean spikes a neuron and step.</param>
    /// <param name="time">Time to convert it.</param>
    /// <param name="weights">Its weights, or null.</param>
    internal static LayerReport Of(SpikingLayer layer, LayerSolution[] solutions, double meanRate, TimeSpan time, WeightSpread? weights)
    {
        double objective = solutions.Sum(solution => solution.Objective);
        int neurons = solutions.Sum(solution => solution.Certificates.Length);
        return new LayerReport(
            layer.Name, layer.Neurons, layer.Projections.Sum(projection => projection.Inputs), objective,
            solutions.Sum(solution => solution.PriorObjective),
            Certificate.Relative(objective / neurons, solutions.Sum(solution => solution.LowerBound) / neurons), meanRate, time.TotalSeconds)
        {
            Weights = weights,
        };
    }
}
