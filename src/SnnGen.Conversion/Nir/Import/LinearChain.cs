using SnnGen.Spiking;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// What lies between two populations, as far as one projection can hold it: windows that sum the source, a scale of their
/// sums, then one node of weights, then a scale of its outputs. All values are in NIR's order.
/// </summary>
/// <param name="Shape">Extents of what comes out.</param>
internal sealed record LinearChain(EquatableArray<int> Shape)
{
    /// <summary>Windows of a sum or average pooling, or null.</summary>
    public SlidingWindow? Pooling { get; init; }

    /// <summary>Elements that an average pooling divides by.</summary>
    public int Area { get; init; } = 1;

    /// <summary>A factor for each element that the weights take, or null.</summary>
    public double[]? InputScale { get; init; }

    /// <summary>A matrix, outputs × inputs, where all inputs reach all outputs.</summary>
    public double[]? Matrix { get; init; }

    /// <summary>A convolution with its windows.</summary>
    public (SlidingWindow Window, double[] Kernels, int Groups)? Convolution { get; init; }

    /// <summary>A factor for each element that comes out, or null.</summary>
    public double[]? OutputScale { get; init; }

    /// <summary>What is added to each element that comes out, or null.</summary>
    public double[]? Bias { get; init; }

    /// <summary>Steps, the same for all elements.</summary>
    public int Delay { get; init; }

    /// <summary>Steps of each element of the source, in place of <see cref="Delay"/>; or null.</summary>
    public int[]? Delays { get; init; }

    /// <summary>Whether there are weights.</summary>
    public bool HasWeights => Matrix is not null || Convolution is not null;

    /// <summary>Whether nothing was done to the source but to delay and reshape it.</summary>
    public bool IsUnchanged => Pooling is null && InputScale is null && !HasWeights;

    /// <summary>The places of what comes out, behind any flattening; null where there are none.</summary>
    /// <param name="source">Those of the source.</param>
    public FeatureMap? Places(FeatureMap? source) => Convolution is { } convolution ? convolution.Window.Output
        : Matrix is not null ? null
        : Pooling is { } pooling ? pooling.Output
        : source;

    /// <summary>The factor of output element <paramref name="index"/>, its neuron's gain among it.</summary>
    public double OutputFactor(int index, double gain) => (OutputScale is null ? gain : gain * OutputScale[index]) / Area;
}
