using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Layers;

/// <summary>
/// A fully connected layer of spiking neurons. Current of neuron j at step t:
/// I_j(t) = b_j + Σ_i w_ij x_i(t), x the spikes of the layer before (or the analog input), summed over ascending i,
/// terms with x_i = 0 left out.
/// </summary>
/// <param name="Name">Name of the layer in the source model.</param>
/// <param name="Inputs">n, number of inputs.</param>
/// <param name="Neurons">m, number of neurons.</param>
/// <param name="Weights">w, shape n × m: the fan-out of one input is contiguous.</param>
/// <param name="Bias">b, current added at every step, shape m.</param>
/// <param name="Threshold">θ &gt; 0, shape m or 1; unused by an <see cref="Integrator"/>.</param>
/// <param name="InitialPotential">v at t = 0, shape m or 1.</param>
/// <param name="Neuron">The neuron model that all neurons of the layer share.</param>
public sealed record DenseLayer(
    string Name,
    int Inputs,
    int Neurons,
    Tensor Weights,
    Tensor Bias,
    Tensor Threshold,
    Tensor InitialPotential,
    NeuronModel Neuron);
