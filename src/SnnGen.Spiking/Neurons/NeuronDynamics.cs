namespace SnnGen.Spiking.Neurons;

/// <summary>The parameters of spiking neurons that are alike in one form: what its kind lacks is neutral.</summary>
/// <param name="SynapticLeak">α, or null for a neuron without a synaptic current.</param>
/// <param name="Leak">β; 1 for a neuron that does not leak.</param>
/// <param name="Reset">What a spike does to the membrane potential.</param>
/// <param name="Refractory">Steps without integration after a spike.</param>
public readonly record struct NeuronDynamics(double? SynapticLeak, double Leak, ResetMode Reset, int Refractory)
{
    /// <summary>How the leaks are computed in fixed point.</summary>
    public LeakForm LeakForm { get; init; }

    /// <summary>Whether neurons have a synaptic current of their own.</summary>
    public static bool HasSynapse(NeuronModel neuron) => Membrane.Of(neuron) is { } membrane
        ? membrane.SynapticLeak is not null
        : neuron is SpikingNeuron spiking && Of(spiking).SynapticLeak is not null;

    /// <summary>
    /// The parameters of <paramref name="neuron"/>, which is not a <see cref="HeterogeneousNeuron"/>; those of a <see cref="LoihiNeuron"/> as real numbers, its integer equations
    /// are its own.
    /// </summary>
    public static NeuronDynamics Of(SpikingNeuron neuron) => neuron switch
    {
        IntegrateAndFire => new NeuronDynamics(null, 1, neuron.Reset, neuron.Refractory),
        LeakyIntegrateAndFire n => new NeuronDynamics(null, n.Leak, n.Reset, n.Refractory) { LeakForm = n.LeakForm },
        CurrentBasedLeakyIntegrateAndFire n => new NeuronDynamics(n.SynapticLeak, n.Leak, n.Reset, n.Refractory) { LeakForm = n.LeakForm },
        LoihiNeuron n => new NeuronDynamics(n.SynapticLeak > 0 ? n.SynapticLeak : null, n.Leak, n.Reset, n.Refractory),
        _ => throw new NotSupportedException(neuron.ToString()),
    };
}
