using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog;

/// <summary>What one source contributes to a layer.</summary>
/// <param name="Source">Index of an earlier layer, or <see cref="Projection.NetworkInput"/>.</param>
/// <param name="Order">How the source numbers its units.</param>
/// <param name="Pooling">Windows over which the source is summed first, or null; divisors are in the weights.</param>
/// <param name="Connection">The weights.</param>
public sealed record AnalogProjection(int Source, ChannelOrder Order, SlidingWindow? Pooling, AnalogConnection Connection)
{
    /// <summary>How what the connection takes is numbered: sum pooling puts channels last.</summary>
    public ChannelOrder InputOrder => Pooling is null ? Order : ChannelOrder.Last;

    /// <summary>Number of source units.</summary>
    public int Inputs => Pooling?.Input.Size ?? Connection.Inputs;
}
