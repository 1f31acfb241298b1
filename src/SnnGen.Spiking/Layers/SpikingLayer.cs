using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Layers;

/// <summary>
/// A population of spiking neurons and everything that drives it. Current of neuron j at step t:
/// I_j(t) = b_j + Σ over the projections, in order, of Σ_i w_ij x_i(t), x the spikes of the source (or the analog
/// input), summed over ascending i, terms with x_i = 0 left out. <see cref="MaxPooling"/> then pools these currents.
/// </summary>
/// <param name="Name">Name of the layer in the source model.</param>
/// <param name="Shape">
/// Shape of the population: m, or height × width × channels, neurons numbered row-major (channels last).
/// </param>
/// <param name="Projections">At least one; all give the same number of currents.</param>
/// <param name="Pooling">Pools the currents, or null.</param>
/// <param name="Bias">b, current added at every step, before pooling; one value a current, a channel or a layer.</param>
/// <param name="Threshold">θ &gt; 0; one value a neuron, a channel or a layer; unused by an <see cref="Integrator"/>.</param>
/// <param name="InitialPotential">v at t = 0, likewise.</param>
/// <param name="Neuron">The neuron model that all neurons of the layer share.</param>
public sealed record SpikingLayer(
    string Name,
    TensorShape Shape,
    EquatableArray<Projection> Projections,
    MaxPooling? Pooling,
    Tensor Bias,
    Tensor Threshold,
    Tensor InitialPotential,
    NeuronModel Neuron)
{
    /// <summary>m, number of neurons.</summary>
    public int Neurons => Shape.Size;

    /// <summary>Number of channels, the last extent: neurons of one channel may share their parameters.</summary>
    public int Channels => Shape.Dimensions[Shape.Dimensions.Count - 1];

    /// <summary>Number of currents: m, or more before pooling.</summary>
    public int Currents => Projections[0].Connection.Outputs;
}
