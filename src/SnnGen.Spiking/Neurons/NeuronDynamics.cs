namespace SnnGen.Spiking.Neurons;

/// <summary>The parameters of any spiking neuron in one form: what its kind lacks is neutral.</summary>
/// <param name="SynapticLeak">α, or null for a neuron without a synaptic current.</param>
/// <param name="Leak">β; 1 for a neuron that does not leak.</param>
/// <param name="Reset">What a spike does to the membrane potential.</param>
/// <param name="Refractory">Steps without integration after a spike.</param>
public readonly record struct NeuronDynamics(double? SynapticLeak, double Leak, ResetMode Reset, int Refractory)
{
    /// <summary>The parameters of <paramref name="neuron"/>.</summary>
    public static NeuronDynamics Of(SpikingNeuron neuron) => neuron switch
    {
        IntegrateAndFire => new NeuronDynamics(null, 1, neuron.Reset, neuron.Refractory),
        LeakyIntegrateAndFire n => new NeuronDynamics(null, n.Leak, n.Reset, n.Refractory),
        CurrentBasedLeakyIntegrateAndFire n => new NeuronDynamics(n.SynapticLeak, n.Leak, n.Reset, n.Refractory),
        _ => throw new NotSupportedException(neuron.ToString()),
    };
}
