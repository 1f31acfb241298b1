using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Generators.Planning;

/// <summary>Synapses from one source to a layer, laid out.</summary>
/// <param name="Index">From 0 within the layer.</param>
/// <param name="Source">Index of a layer, or <see cref="Projection.NetworkInput"/>.</param>
/// <param name="Order">How the source numbers its neurons.</param>
/// <param name="Inputs">Number of source neurons.</param>
/// <param name="Pooling">Windows of sum pooling before the synapses, or null.</param>
/// <param name="Window">Windows of a convolution, or null where every input reaches every current.</param>
/// <param name="Groups">Groups of the convolution.</param>
/// <param name="SpikeWorth">What one spike counts: 1 in single precision.</param>
/// <param name="Delay">Steps that a spike takes to the current, where it is the same for all inputs.</param>
/// <param name="History">Steps of the source that are remembered: the longest delay of all that it drives.</param>
/// <param name="Line">Delays that differ from input to input, else null.</param>
/// <param name="TakesValues">Whether the source never spikes and passes on its potentials.</param>
/// <param name="WeightFactor">What the stored weights are multiplied by: 2 where they are half of weights that are all even.</param>
/// <param name="Kernel">How inputs become currents.</param>
/// <param name="IsNarrow">Whether the sums over the spikes of one call are proven to fit 16 bits.</param>
/// <param name="Layout">Where a <see cref="ProjectionKernel.Convolution"/> adds what, else null.</param>
/// <param name="Storage">How the weights lie.</param>
/// <param name="Weights">The weights as little-endian words, or null for a network without weights.</param>
internal sealed record ProjectionPlan(
    int Index,
    int Source,
    ChannelOrder Order,
    int Inputs,
    SlidingWindow? Pooling,
    SlidingWindow? Window,
    int Groups,
    int SpikeWorth,
    int Delay,
    int History,
    DelayTables? Line,
    bool TakesValues,
    int WeightFactor,
    ProjectionKernel Kernel,
    bool IsNarrow,
    ConvolutionLayout? Layout,
    WeightStorage Storage,
    EquatableArray<ulong>? Weights)
{
    /// <summary>Whether its source is the network's input.</summary>
    public bool TakesInput => Source == Projection.NetworkInput;

    /// <summary>Whether its currents are those of an analog input, which the host of a chip computes.</summary>
    public bool IsAnalog => TakesInput && SpikeWorth == InputEncoder.FullScale;

    /// <summary>The longest delay of an input.</summary>
    public int LongestDelay => Line?.Longest ?? Delay;

    /// <summary>Number of inputs of the synapses themselves, behind the pooling.</summary>
    public int PooledInputs => Pooling?.Output.Size ?? Inputs;

    /// <summary>Whether the kernel takes its inputs as numbers, a byte each, and not as bits.</summary>
    public bool NeedsBytes => Pooling is not null || Kernel == ProjectionKernel.Convolution;
}
