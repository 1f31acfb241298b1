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
