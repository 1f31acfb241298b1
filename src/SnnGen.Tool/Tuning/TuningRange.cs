using System.Collections.Immutable;
using SnnGen.Conversion;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Tool.Tuning;

/// <summary>The grid of a search, each axis ascending.</summary>
/// <param name="TimeSteps">Values of T.</param>
/// <param name="Keep">Shares of the channels.</param>
/// <param name="Weights">Number formats.</param>
internal sealed record TuningRange(ImmutableArray<int> TimeSteps, ImmutableArray<double> Keep, ImmutableArray<WeightFormat> Weights)
{
    /// <summary>What makes sense for the user's settings, these included.</summary>
    public static TuningRange Around(ConversionOptions options)
    {
        // A neuron must rest for fewer steps than there are.
        int least = NeuronDynamics.Of(options.Neuron).Refractory + 1;
        return new TuningRange(
            [.. new[] { 1, 2, 3, 4, 6, 8, 12, 16, options.TimeSteps }.Where(steps => steps >= least).Distinct().Order()],
            // Sizes that are given leave no share to choose.
            options.LayerSizes.IsEmpty ? [.. new[] { 0.125, 0.18, 0.25, 0.35, 0.5, 0.75, 1, options.Keep }.Distinct().Order()] : [options.Keep],
            // Integers or single precision is the user's choice.
            options.Weights == WeightFormat.Float32 ? [WeightFormat.Float32] : [WeightFormat.Int2, WeightFormat.Int3, WeightFormat.Int4, WeightFormat.Int8]);
    }
}
