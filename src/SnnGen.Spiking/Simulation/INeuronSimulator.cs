namespace SnnGen.Spiking.Simulation;

/// <summary>The neurons of one layer, stepped through time.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal interface INeuronSimulator<T>
    where T : struct
{
    /// <summary>v, one a neuron.</summary>
    IReadOnlyList<T> Potentials { get; }

    /// <summary>Synaptic currents, one a neuron; zero for neurons without.</summary>
    IReadOnlyList<T> SynapticCurrents { get; }

    /// <summary>Back to t = 0.</summary>
    void Reset();

    /// <summary>One step of neuron <paramref name="j"/>.</summary>
    /// <returns>Whether it spikes.</returns>
    bool Step(int j, T current);
}
