using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Neurons;

/// <summary>
/// Membranes whose parameters differ from neuron to neuron, as trained spiking networks have them: I ← I + d; v ← β v + I,
/// and before it, where there are synapses with a memory, j ← α j + I, which takes the place of I. Each tensor has one value a
/// neuron, a channel or a layer. A leak is a share from 0 (nothing survives a step) to 1 (no leak); in fixed point its
/// mantissa, 0 to 2¹².
/// </summary>
/// <param name="SynapticLeak">α, or null where spikes reach the membrane directly.</param>
/// <param name="Leak">β.</param>
/// <param name="Drive">d, current that reaches the membrane without passing the synapse, or null for none.</param>
public sealed record Membrane(Tensor? SynapticLeak, Tensor Leak, Tensor? Drive)
{
    /// <summary>f, the lowest potential: v ← max(v, f) after the current was added; or null for none.</summary>
    public Tensor? Floor { get; init; }

    /// <summary>The membranes of <paramref name="neuron"/>, or null where all neurons of a layer are alike.</summary>
    public static Membrane? Of(NeuronModel neuron) => neuron switch
    {
        HeterogeneousNeuron n => n.Membrane,
        LeakyIntegrator n => n.Membrane,
        _ => null,
    };
}

/// <summary>LIF or CUBA-LIF with the parameters of each neuron its own. It spikes after the current was added, and is then reset.</summary>
/// <param name="Reset">What a spike does to the membrane potential.</param>
/// <param name="Rule">Whether it spikes at θ or only above.</param>
/// <param name="Membrane">The membranes.</param>
/// <param name="ResetValue">
/// ρ: v ← v − ρ with <see cref="ResetMode.Subtract"/>, v ← ρ with <see cref="ResetMode.Zero"/>; one value a neuron, a channel or a layer.
/// </param>
public sealed record HeterogeneousNeuron(ResetMode Reset, FiringRule Rule, Membrane Membrane, Tensor ResetValue) : SpikingNeuron(Reset);

/// <summary>LI or CUBA-LI: a membrane that never spikes. What comes after it takes its potential, step by step.</summary>
/// <param name="Membrane">The membranes.</param>
public sealed record LeakyIntegrator(Membrane Membrane) : NeuronModel;

/// <summary>When a neuron spikes.</summary>
public enum FiringRule
{
    /// <summary>v ≥ θ.</summary>
    Reached,

    /// <summary>v &gt; θ.</summary>
    Above,
}
