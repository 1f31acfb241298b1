using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>What one source contributes to a <see cref="Signal"/>.</summary>
/// <param name="Source">Index of a layer, or the network's input.</param>
internal abstract record Term(int Source);

/// <summary>The source itself, unit by unit, or sums over windows of it.</summary>
/// <param name="Source">Index of a layer, or the network's input.</param>
/// <param name="Order">How the source numbers its units, as far as the windows need it.</param>
/// <param name="Pooling">Windows of the sums, or null.</param>
/// <param name="Scale">Factors, one a unit, or null for 1.</param>
internal sealed record DirectTerm(int Source, ChannelOrder Order, SlidingWindow? Pooling, double[]? Scale) : Term(Source)
{
    /// <summary>The same times <paramref name="factor"/>.</summary>
    public DirectTerm Times(double[] factor) =>
        this with { Scale = Scale is null ? factor : [.. Scale.Zip(factor, (a, b) => a * b)] };

    /// <summary>The factor of a unit.</summary>
    public double ScaleOf(int unit) => Scale?[unit] ?? 1;
}

/// <summary>What synapses make of the source.</summary>
/// <param name="Projection">The synapses.</param>
internal sealed record ProjectedTerm(AnalogProjection Projection) : Term(Projection.Source);
