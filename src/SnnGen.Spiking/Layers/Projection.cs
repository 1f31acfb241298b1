namespace SnnGen.Spiking.Layers;

/// <summary>Synapses from one source to a layer.</summary>
/// <param name="Source">Index of an earlier layer, or <see cref="NetworkInput"/>.</param>
/// <param name="Order">How the source numbers its neurons.</param>
/// <param name="Pooling">Sums the source's spikes over windows first, or null.</param>
/// <param name="Connection">Which synapses there are, and their weights.</param>
public sealed record Projection(int Source, ChannelOrder Order, SumPooling? Pooling, Connection Connection)
{
    /// <summary>The source that is the network's input.</summary>
    public const int NetworkInput = -1;

    /// <summary>
    /// What one spike counts in fixed point: the weight is multiplied by it. A spike of the network's input counts
    /// <see cref="InputEncoder.FullScale"/>, as the analog input does at its largest; a hidden one any positive number, by
    /// which coarse weights get fine thresholds and biases.
    /// </summary>
    public int SpikeWorth { get; init; } = Source == NetworkInput ? InputEncoder.FullScale : 1;

    /// <summary>
    /// Steps that a spike takes from the source to the current, 0 or 1: with 1 the sum formed from the spikes of step t
    /// reaches the neurons at step t + 1, as on chips that exchange spikes between steps. A held analog input has no delay.
    /// </summary>
    public int Delay { get; init; }

    /// <summary>
    /// Whether the source is an input whose spikes count as the analog input at its largest. A <see cref="Neurons.LoihiNeuron"/>
    /// gets its current from the host, as part of the bias.
    /// </summary>
    public bool IsAnalog => Source == NetworkInput && SpikeWorth == InputEncoder.FullScale;

    /// <summary>Number of source neurons.</summary>
    public int Inputs => Pooling?.Window.Input.Size ?? Connection.Inputs;
}

/// <summary>How the neurons of a feature map are numbered.</summary>
public enum ChannelOrder
{
    /// <summary>Height × width × channels: all layers.</summary>
    Last,

    /// <summary>Channels × height × width: inputs of models that take their images so.</summary>
    First,
}
