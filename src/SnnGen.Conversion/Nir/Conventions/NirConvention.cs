using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Conventions;

/// <summary>
/// How a simulator turns NIR's differential equations into steps of time dt. With τ v' = (v_leak − v) + R I a step is
/// v ← β v + g I + (1 − β) v_leak, and then a spike resets v. NIR leaves all of it open. docs/nir.md has the equations.
/// </summary>
/// <param name="Name">Name of the simulator, as settings spell it.</param>
/// <param name="Decay">β.</param>
/// <param name="Gain">g.</param>
/// <param name="Reset">What a spike does: v ← v_reset, or v ← v − θ.</param>
/// <param name="Rule">Whether a neuron spikes at θ or only above.</param>
/// <param name="Dt">dt where nothing else is said, in seconds; 1 where time constants are in steps.</param>
public sealed record NirConvention(string Name, NirDecay Decay, NirGain Gain, ResetMode Reset, FiringRule Rule, double Dt = 1e-4)
{
    /// <summary>Steps that every connection takes: 1 where a simulator passes spikes on between the steps.</summary>
    public int ConnectionDelay { get; init; }

    /// <summary>The lowest potential of a spiking neuron.</summary>
    public NirFloor Floor { get; init; }

    /// <summary>
    /// Whether a spike is taken away from the potential with that of the next step, after it has leaked: θ / β is then what
    /// is subtracted at once.
    /// </summary>
    public bool ResetsLate { get; init; }

    /// <summary>β = 1 − dt / τ, or e^(−dt / τ).</summary>
    /// <param name="tau">τ, in seconds.</param>
    /// <param name="dt">dt, in seconds.</param>
    public double Kept(double tau, double dt) => Decay == NirDecay.Euler ? 1 - dt / tau : Math.Exp(-dt / tau);

    /// <summary>1 − β, without its rounding: dt / τ, or 1 − e^(−dt / τ).</summary>
    /// <param name="tau">τ, in seconds.</param>
    /// <param name="dt">dt, in seconds.</param>
    public double Lost(double tau, double dt) => Decay == NirDecay.Euler ? dt / tau : 1 - Math.Exp(-dt / tau);
}

/// <summary>How much of a potential survives a step.</summary>
public enum NirDecay
{
    /// <summary>Forward Euler: β = 1 − dt / τ.</summary>
    Euler,

    /// <summary>The exact solution: β = e^(−dt / τ).</summary>
    Exponential,
}

/// <summary>How low the potential of a spiking neuron can be.</summary>
public enum NirFloor
{
    /// <summary>As low as its inputs bring it.</summary>
    None,

    /// <summary>0.</summary>
    Zero,

    /// <summary>−θ of an integrate-and-fire neuron without a leak; others have none.</summary>
    MinusThreshold,
}

/// <summary>By how much an input of 1 raises a potential in a step.</summary>
public enum NirGain
{
    /// <summary>As the decay has it: R (1 − β) of a leaky neuron, R dt of an integrator; times w_in (1 − α) of a synapse.</summary>
    Equation,

    /// <summary>R dt / τ whatever the decay, R dt of an integrator; times w_in dt / τ_syn of a synapse.</summary>
    Euler,

    /// <summary>1: R, w_in and dt have no part in it.</summary>
    Unit,

    /// <summary>The gain of <see cref="Equation"/> with R = 1, of an integrator 1.</summary>
    WithoutResistance,
}
