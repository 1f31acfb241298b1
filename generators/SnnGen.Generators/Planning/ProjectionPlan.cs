using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning;

/// <summary>Synapses from one source to a layer, laid out.</summary>
/// <param name="Index">From 0 within the layer.</param>
/// <param name="Source">Index of an earlier layer, or <see cref="Projection.NetworkInput"/>.</param>
/// <param name="Order">How the source numbers its neurons.</param>
/// <param name="Inputs">Number of source neurons.</param>
/// <param name="Pooling">Windows of sum pooling before the synapses, or null.</param>
/// <param name="Convolution">Windows of a convolution, or null where every input reaches every current.</param>
/// <param name="Groups">Groups of the convolution.</param>
/// <param name="SpikeWorth">What one spike counts: 1 in single precision.</param>
/// <param name="Weights">
/// The weights as little-endian words, int8 in fixed point, else float; rows of a fully connected projection are padded.
/// Null for a network without weights.
/// </param>
internal sealed record ProjectionPlan(
    int Index,
    int Source,
    ChannelOrder Order,
    int Inputs,
    SlidingWindow? Pooling,
    SlidingWindow? Convolution,
    int Groups,
    int SpikeWorth,
    EquatableArray<ulong>? Weights)
{
    /// <summary>Whether its source is the network's input.</summary>
    public bool TakesInput => Source == Projection.NetworkInput;

    /// <summary>Whether one row of weights is all that an input contributes.</summary>
    public bool IsPlainDense => Pooling is null && Convolution is null;
}
