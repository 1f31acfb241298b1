using SnnGen.Spiking;
using SnnGen.Spiking.Memory;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>One layer, laid out.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">Name of the layer in the source model, for people.</param>
/// <param name="Neurons">m.</param>
/// <param name="Currents">Number of currents: m, or more before pooling.</param>
/// <param name="Projections">What drives it, in order.</param>
/// <param name="Pooling">Windows of max pooling, or null.</param>
/// <param name="Neuron">The neuron model.</param>
/// <param name="Bias">One value a current, a channel or for all.</param>
/// <param name="Threshold">One value a neuron, a channel or for all.</param>
/// <param name="InitialPotential">The same.</param>
internal sealed record PortableLayer(
    int Index,
    string Name,
    int Neurons,
    int Currents,
    EquatableArray<PortableProjection> Projections,
    PortableWindow? Pooling,
    NeuronModel Neuron,
    PortableTable Bias,
    PortableTable Threshold,
    PortableTable InitialPotential)
{
    /// <summary>Whether its neurons spike.</summary>
    public bool Spikes => Neuron is SpikingNeuron;

    /// <summary>Parameters of spiking neurons that are alike, else null.</summary>
    public NeuronDynamics? Dynamics => Neuron is SpikingNeuron neuron and not HeterogeneousNeuron ? NeuronDynamics.Of(neuron) : null;

    /// <summary>Parameters of neurons that differ, else null.</summary>
    public PortableMembrane? Membrane { get; init; }

    /// <summary>The neurons, where they are those of Loihi, which have equations of their own.</summary>
    public LoihiNeuron? Loihi => Neuron as LoihiNeuron;

    /// <summary>Whether an analog input enters the biases of Loihi's neurons.</summary>
    public bool HasHost => Loihi is not null && Projections.Any(projection => projection.IsAnalog);

    /// <summary>Whether its neurons have synaptic currents of their own.</summary>
    public bool HasSynapses => NeuronDynamics.HasSynapse(Neuron);

    /// <summary>Whether its neurons rest after a spike.</summary>
    public bool Rests => Dynamics?.Refractory > 0;

    /// <summary>Whether a byte holds its longest rest.</summary>
    public bool RestsBriefly => PortableMemory.CounterBytes(Dynamics?.Refractory ?? 0) == 1;

    /// <summary>Whether the network's input drives it.</summary>
    public bool TakesInput => Projections.Any(projection => projection.TakesInput);

    /// <summary>Values of the buffer of max pooling: a deficit for every tap of every window.</summary>
    public int Deficits => Pooling is null ? 0 : checked(Pooling.Window.Taps * Neurons);
}
