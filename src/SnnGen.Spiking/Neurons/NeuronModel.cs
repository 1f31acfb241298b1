namespace SnnGen.Spiking.Neurons;

/// <summary>
/// A discrete-time neuron. Each step, with input current I and membrane potential v:
/// v ← β v + I; spike if v ≥ θ; then the reset.
/// </summary>
public abstract record NeuronModel;

/// <summary>IF: v ← v + I; spike if v ≥ θ; reset.</summary>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public sealed record IntegrateAndFire(ResetMode Reset) : NeuronModel;

/// <summary>LIF: v ← β v + I; spike if v ≥ θ; reset.</summary>
/// <param name="Leak">
/// β, the share of the membrane potential that survives a step, 0 &lt; β &lt; 1. In fixed point a multiple of 2⁻¹²,
/// and β v is rounded toward zero.
/// </param>
/// <param name="Reset">What a spike does to the membrane potential.</param>
public sealed record LeakyIntegrateAndFire(double Leak, ResetMode Reset) : NeuronModel;

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
