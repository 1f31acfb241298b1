using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Planning;

/// <summary>One layer, laid out.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">Name of the layer in the source model, for people.</param>
/// <param name="Neurons">m.</param>
/// <param name="Stride">Values of the buffers of its neurons: m, padded to whole vectors.</param>
/// <param name="Currents">Number of currents: m, or more before pooling.</param>
/// <param name="CurrentStride">Values of the buffers of its currents, likewise padded.</param>
/// <param name="Projections">What drives it, in order.</param>
/// <param name="Pooling">Windows of max pooling, or null.</param>
/// <param name="Neuron">The neuron model.</param>
/// <param name="IsSummed">Whether the readout adds up the spikes of all steps of a chunk at once: its potentials are proven not to saturate.</param>
/// <param name="Tables">The constants of its neurons, or null for a network without weights.</param>
internal sealed record LayerPlan(
    int Index,
    string Name,
    int Neurons,
    int Stride,
    int Currents,
    int CurrentStride,
    EquatableArray<ProjectionPlan> Projections,
    SlidingWindow? Pooling,
    NeuronModel Neuron,
    bool IsSummed,
    LayerTables? Tables)
{
    /// <summary>Words of this layer's spikes in one step.</summary>
    public int SpikeWords => (Neurons + 63) / 64;

    /// <summary>Whether its neurons spike.</summary>
    public bool Spikes => Neuron is SpikingNeuron;

    /// <summary>Parameters of spiking neurons that are alike, else null.</summary>
    public NeuronDynamics? Dynamics => Neuron is SpikingNeuron neuron and not HeterogeneousNeuron ? NeuronDynamics.Of(neuron) : null;

    /// <summary>Parameters of neurons that differ, else null.</summary>
    public Membrane? Membrane => Membrane.Of(Neuron);

    /// <summary>The neurons, where they are those of Loihi, which have equations of their own.</summary>
    public LoihiNeuron? Loihi => Neuron as LoihiNeuron;

    /// <summary>Whether its neurons have synaptic currents of their own.</summary>
    public bool HasSynapses => Loihi is not null || NeuronDynamics.HasSynapse(Neuron);

    /// <summary>Whether its neurons rest after a spike.</summary>
    public bool Rests => Dynamics?.Refractory > 0;

    /// <summary>Whether the network's input drives it.</summary>
    public bool TakesInput => Projections.Any(projection => projection.TakesInput);

    /// <summary>Whether nothing but the network's input drives it.</summary>
    public bool TakesInputOnly => Projections.All(projection => projection.TakesInput);

    /// <summary>Values of the buffer of max pooling: a deficit for every tap of every window.</summary>
    public int Deficits => Pooling is null ? 0 : checked(Pooling.Taps * Neurons);

    /// <summary>Bytes of the buffers that one layer needs while it runs.</summary>
    public long WorkBytes =>
        4L * (CurrentStride * (Loihi is null ? 1 : 2) + (Pooling is null ? 0 : Stride))
        + Projections.Max(projection => 9L * (projection.Inputs + projection.PooledInputs) + (projection.Line is null ? 0 : 4L * projection.Inputs));
}
