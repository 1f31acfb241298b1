namespace SnnGen.Spiking;

/// <summary>
/// The readout in the units of the ANN: with v the membrane potential of an output after t steps, its value is
/// φ(scale · v / t), or φ(scale · v) where it is the last potential that counts, computed in double precision and rounded
/// once to single.
/// </summary>
/// <param name="Scale">Units of the ANN's last preactivation per unit of potential; positive.</param>
/// <param name="Function">φ, what the ANN does with its last preactivation.</param>
public sealed record OutputDecoder(double Scale, OutputFunction Function)
{
    /// <summary>How the outputs decide. With readouts that spike there are no values: their spikes took charge away.</summary>
    public Readout Readout { get; init; }

    /// <summary>When an inference ends early; only where potentials decide.</summary>
    public EarlyExit Exit { get; init; } = EarlyExit.Never;

    /// <summary>Whether the potential is divided by the steps; else it is taken as it stands, as that of a leaky integrator is.</summary>
    public bool Averages { get; init; } = true;

    /// <summary>Potentials as they are, averaged over the steps.</summary>
    public static readonly OutputDecoder MeanPotential = new(1, OutputFunction.Identity);

    /// <summary>The value of an output.</summary>
    /// <param name="potential">v.</param>
    /// <param name="timeSteps">t ≥ 1.</param>
    public float Decode(double potential, long timeSteps) => (float)Function.Apply(Averages ? Scale * potential / timeSteps : Scale * potential);
}

/// <summary>How the outputs decide.</summary>
public enum Readout
{
    /// <summary>The last layer integrates without spiking, and its largest membrane potential decides.</summary>
    Potential,

    /// <summary>The last layer spikes, and most spikes decide; of equally many, the larger membrane potential.</summary>
    Count,

    /// <summary>The last layer spikes, and the first spike decides; of simultaneous ones, or of none, the larger membrane potential.</summary>
    First,
}

/// <summary>What an ANN does with its last preactivation, output by output.</summary>
public enum OutputFunction
{
    /// <summary>φ(u) = u. A softmax is left out: of a classifier the values are the logits.</summary>
    Identity,

    /// <summary>φ(u) = max(u, 0).</summary>
    Relu,

    /// <summary>φ(u) = tanh u.</summary>
    Tanh,

    /// <summary>φ(u) = 1 / (1 + e⁻ᵘ).</summary>
    Sigmoid,
}

/// <summary>Evaluates an <see cref="OutputFunction"/>.</summary>
public static class OutputFunctions
{
    /// <summary>φ(u).</summary>
    public static double Apply(this OutputFunction function, double u) => function switch
    {
        OutputFunction.Identity => u,
        OutputFunction.Relu => Math.Max(u, 0),
        OutputFunction.Tanh => Math.Tanh(u),
        OutputFunction.Sigmoid => 1 / (1 + Math.Exp(-u)),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };
}
