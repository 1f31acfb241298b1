namespace SnnGen.Spiking.Layers;

/// <summary>Synapses from one source to a layer.</summary>
/// <param name="Source">Index of a layer, or <see cref="NetworkInput"/>; of the layer itself or a later one only with a delay.</param>
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
    /// Steps that a spike takes from the source to the current, 0 to <see cref="MaximumDelay"/>: with d the sum formed from the
    /// spikes of step t reaches the neurons at step t + d. Chips that exchange spikes between steps have 1; a source that is the
    /// layer itself or a later one takes at least 1. A held analog input has no delay.
    /// </summary>
    public int Delay { get; init; }

    /// <summary>Delays of their own, one a source neuron, in place of <see cref="Delay"/>; empty where all are alike.</summary>
    public EquatableArray<int> InputDelays { get; init; }

    /// <summary>The longest delay: so many frames of the source must be remembered.</summary>
    public const int MaximumDelay = 1024;

    /// <summary>Steps that a spike of source neuron <paramref name="input"/> takes.</summary>
    public int DelayOf(int input) => InputDelays.Count == 0 ? Delay : InputDelays[input];

    /// <summary>The longest delay of a source neuron.</summary>
    public int LongestDelay => InputDelays.Count == 0 ? Delay : InputDelays.Max();

    /// <summary>The shortest one.</summary>
    public int ShortestDelay => InputDelays.Count == 0 ? Delay : InputDelays.Min();

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
