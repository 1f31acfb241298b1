using System.Collections.Immutable;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion;

/// <summary>What the designer chose; defaults are the recommended ones.</summary>
public sealed record ConversionOptions
{
    /// <summary>T ≥ 1, steps of one inference.</summary>
    public int TimeSteps { get; init; } = 8;

    /// <summary>The hidden layers' neuron.</summary>
    public SpikingNeuron Neuron { get; init; } = new IntegrateAndFire(ResetMode.Subtract);

    /// <summary>How inputs reach the first layer.</summary>
    public InputEncoding Encoding { get; init; } = InputEncoding.Current;

    /// <summary>How the outputs decide.</summary>
    public Readout Readout { get; init; }

    /// <summary>When an inference ends early; only with <see cref="Readout.Potential"/>.</summary>
    public ExitRule Exit { get; init; }

    /// <summary>
    /// m of <see cref="ExitRule.Confident"/>, above 0: the lead over the runner-up, summed over the steps taken, in units of the ANN's
    /// last preactivation.
    /// </summary>
    public double ExitMargin { get; init; }

    /// <summary>Number format of weights, biases and thresholds.</summary>
    public WeightFormat Weights { get; init; } = WeightFormat.Int8;

    /// <summary>Share of the channels (neurons of a fully connected layer) that each hidden layer keeps, above 0 to 1.</summary>
    public double Keep { get; init; } = 1;

    /// <summary>Channels of each hidden layer, in order; empty for those of the model. Goes before <see cref="Keep"/>.</summary>
    public ImmutableArray<int> LayerSizes { get; init; } = [];

    /// <summary>What the weights must satisfy.</summary>
    public SynapseConstraints Constraints { get; init; } = SynapseConstraints.None;

    /// <summary>The chip that the network must fit, or null for any digital computer.</summary>
    public ChipProfile? Chip { get; init; }

    /// <summary>What each layer's program minimises.</summary>
    public LayerObjective Objective { get; init; } = LayerObjective.LeastAbsolute;

    /// <summary>Price of leaving the prior, relative to the mean magnitude of a layer's rates.</summary>
    public double Anchor { get; init; } = 0.1;

    /// <summary>Whether <see cref="LayerReport.Weights"/> is filled in; the result does not depend on it.</summary>
    public bool RecordsWeights { get; init; }

    /// <summary>Degree of parallelism, ≥ 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>Number format of a converted network.</summary>
public enum WeightFormat
{
    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>8-bit integer weights, integer biases, thresholds and potentials.</summary>
    Int8,

    /// <summary>Weights of −7…7.</summary>
    Int4,

    /// <summary>Weights of −3…3.</summary>
    Int3,

    /// <summary>Ternary weights: −1, 0, 1.</summary>
    Int2,
}

/// <summary>What the program of a layer minimises.</summary>
public enum LayerObjective
{
    /// <summary>Nothing: the normalised weights of the ANN, the baseline.</summary>
    None,

    /// <summary>The mean absolute residual: a linear program.</summary>
    LeastAbsolute,

    /// <summary>The mean squared residual.</summary>
    LeastSquares,

    /// <summary>The largest residual: a linear program.</summary>
    MinMax,
}
