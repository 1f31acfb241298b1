namespace SnnGen.Spiking.Neurons;

/// <summary>A discrete-time neuron: what a step does with the input current I and the membrane potential v.</summary>
public abstract record NeuronModel;

/// <summary>A neuron that spikes where v ≥ θ after the current was added, and is then reset.</summary>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public abstract record SpikingNeuron(ResetMode Reset) : NeuronModel
{
    /// <summary>
    /// Steps after a spike in which the neuron neither integrates nor leaks nor spikes, 0 to
    /// <see cref="LongestRefractory"/>. A synaptic current goes on decaying and collecting meanwhile.
    /// </summary>
    public int Refractory { get; init; }

    /// <summary>The longest refractory period.</summary>
    public const int LongestRefractory = 1 << 16;
}

/// <summary>IF: v ← v + I; spike if v ≥ θ; reset.</summary>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public sealed record IntegrateAndFire(ResetMode Reset) : SpikingNeuron(Reset);

/// <summary>LIF: v ← β v + I; spike if v ≥ θ; reset.</summary>
/// <param name="Leak">
/// β, the share of the membrane potential that survives a step, 0 &lt; β &lt; 1. In fixed point <see cref="LeakForm"/> says
/// which shares there are and how β v is rounded.
/// </param>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public sealed record LeakyIntegrateAndFire(double Leak, ResetMode Reset) : SpikingNeuron(Reset)
{
    /// <summary>How the leak is computed in fixed point.</summary>
    public LeakForm LeakForm { get; init; }
}

/// <summary>
/// CUBA-LIF, the current-based neuron of Loihi and NIR: the current passes a synapse with a memory of its own,
/// j ← α j + I; v ← β v + j; spike if v ≥ θ; reset. The bias is part of I.
/// </summary>
/// <param name="SynapticLeak">
/// α, the share of the synaptic current j that survives a step, 0 &lt; α &lt; 1. In fixed point j saturates at
/// ±<see cref="Numerics.FixedPointArithmetic.CurrentLimit"/>.
/// </param>
/// <param name="Leak">β as of a <see cref="LeakyIntegrateAndFire"/>, but 1 is allowed: a membrane without leak.</param>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public sealed record CurrentBasedLeakyIntegrateAndFire(double SynapticLeak, double Leak, ResetMode Reset) : SpikingNeuron(Reset)
{
    /// <summary>How both leaks are computed in fixed point.</summary>
    public LeakForm LeakForm { get; init; }
}

/// <summary>The readout: v ← v + I, never a spike. The decision is the largest potential.</summary>
public sealed record Integrator : NeuronModel;

/// <summary>What a spike does to the membrane potential.</summary>
public enum ResetMode
{
    /// <summary>v ← v − θ: what exceeds the threshold is kept, so that rates stay exact (the default).</summary>
    Subtract,

    /// <summary>v ← 0.</summary>
    Zero,
}
