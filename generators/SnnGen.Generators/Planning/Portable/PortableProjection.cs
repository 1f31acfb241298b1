using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>Synapses from one source to a layer.</summary>
/// <param name="Index">From 0 within the layer.</param>
/// <param name="Source">Index of a layer, or <see cref="Projection.NetworkInput"/>.</param>
/// <param name="Order">How the source numbers its neurons.</param>
/// <param name="Inputs">Number of source neurons.</param>
/// <param name="Outputs">Number of currents.</param>
/// <param name="Pooling">Windows of sum pooling before the synapses, or null.</param>
/// <param name="Convolution">Windows of a convolution, or null where every input reaches every current.</param>
/// <param name="Groups">Groups of the convolution.</param>
/// <param name="SpikeWorth">What one spike counts: 1 in single precision.</param>
/// <param name="Delay">Steps from a spike to its current, where it is the same for all inputs.</param>
/// <param name="InputDelays">One an input, or null.</param>
/// <param name="TakesValues">Whether the source never spikes and passes on its potentials.</param>
/// <param name="Weights">The weights, the fan-out of an input together.</param>
internal sealed record PortableProjection(
    int Index,
    int Source,
    ChannelOrder Order,
    int Inputs,
    int Outputs,
    PortableWindow? Pooling,
    PortableWindow? Convolution,
    int Groups,
    int SpikeWorth,
    int Delay,
    PortableTable? InputDelays,
    bool TakesValues,
    PortableTable Weights)
{
    /// <summary>Whether its source is the network's input.</summary>
    public bool TakesInput => Source == Projection.NetworkInput;

    /// <summary>The longest delay of an input.</summary>
    public int LongestDelay => InputDelays is { } delays ? delays.Integers.Max() : Delay;

    /// <summary>Whether a neuron of Loihi takes its currents from the host, as part of the bias.</summary>
    public bool IsAnalog => TakesInput && SpikeWorth == InputEncoder.FullScale;

    /// <summary>The map whose places the windows look at, or null where an input is only a number.</summary>
    public FeatureMap? Map => (Pooling ?? Convolution)?.Window.Input;
}
