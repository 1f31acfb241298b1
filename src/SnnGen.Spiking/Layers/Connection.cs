using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Layers;

/// <summary>The synapses of a projection.</summary>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Outputs">Number of currents it gives.</param>
/// <param name="Weights">The weights, in an order that keeps the fan-out of one input together.</param>
public abstract record Connection(int Inputs, int Outputs, Tensor Weights)
{
    /// <summary>Number of synapses; those of a convolution share their weights.</summary>
    public virtual long Synapses => (long)Inputs * Outputs;
}

/// <summary>Every input to every neuron.</summary>
/// <param name="Inputs">n.</param>
/// <param name="Outputs">m.</param>
/// <param name="Weights">w, n × m.</param>
public sealed record DenseConnection(int Inputs, int Outputs, Tensor Weights) : Connection(Inputs, Outputs, Weights);

/// <summary>
/// A convolution. Input channel c belongs to group ⌊c groups / C⌋ and reaches the output channels of that group.
/// </summary>
/// <param name="Window">Where the kernel lies; its maps have the channels of input and output.</param>
/// <param name="Groups">Groups; 1 for a full convolution, C for a depthwise one.</param>
/// <param name="Weights">w, input channels × kernel height × kernel width × (output channels / groups).</param>
public sealed record ConvolutionConnection(SlidingWindow Window, int Groups, Tensor Weights)
    : Connection(Window.Input.Size, Window.Output.Size, Weights)
{
    /// <summary>Output channels that one input channel reaches.</summary>
    public int FanOut => Window.Output.Channels / Groups;

    /// <summary>First output channel that <paramref name="inputChannel"/> reaches.</summary>
    public int FirstOutput(int inputChannel) => inputChannel / (Window.Input.Channels / Groups) * FanOut;

    /// <inheritdoc/>
    public override long Synapses => Window.InsideTaps * FanOut * Window.Input.Channels;

    /// <summary>Where the weights of one input channel under one tap begin.</summary>
    public int WeightIndex(int inputChannel, int tapRow, int tapColumn) =>
        ((inputChannel * Window.KernelHeight + tapRow) * Window.KernelWidth + tapColumn) * FanOut;
}
