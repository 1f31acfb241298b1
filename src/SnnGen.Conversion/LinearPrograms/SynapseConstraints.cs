namespace SnnGen.Conversion.LinearPrograms;

/// <summary>What the weights of a layer must satisfy. The default allows everything.</summary>
public sealed record SynapseConstraints
{
    /// <summary>The default.</summary>
    public static readonly SynapseConstraints None = new();

    /// <summary>
    /// Largest magnitude of a hidden layer's weight, in thresholds; positive. The readout has no threshold, and the scale of
    /// its weights is free: it is not bounded.
    /// </summary>
    public double Bound { get; init; } = double.PositiveInfinity;

    /// <summary>Whether no weight may be negative: all synapses are excitatory. Biases may be.</summary>
    public bool NonNegative { get; init; }

    /// <summary>Most synapses of a neuron (of a kernel of a convolution, for each output channel), at least 1.</summary>
    public int FanIn { get; init; } = int.MaxValue;

    /// <summary>λ ≥ 0: price of a weight's magnitude, relative to the mean magnitude of a layer's rates (L1 sparsity).</summary>
    public double Sparsity { get; init; }

    /// <summary>Whether all neurons of a layer share one scale of their integer weights.</summary>
    public bool SharesScale { get; init; }

    /// <summary>Whether the linear programs are others than without constraints.</summary>
    public bool AreAny => this with { SharesScale = false } != None;

    /// <summary>Whether weights of zero are there on purpose and must stay.</summary>
    public bool KeepZeros => FanIn < int.MaxValue || Sparsity > 0;

    /// <summary>The constraints of a readout.</summary>
    public SynapseConstraints OfReadout() => this with { Bound = double.PositiveInfinity };
}
