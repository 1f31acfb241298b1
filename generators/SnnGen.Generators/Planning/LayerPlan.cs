using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Planning;

/// <summary>One layer, laid out.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">Name of the layer in the source model, for people.</param>
/// <param name="Inputs">n.</param>
/// <param name="Neurons">m.</param>
/// <param name="Stride">Values of a row and of every buffer of the layer: m, padded to whole vectors.</param>
/// <param name="SpikeWorth">What one incoming spike is worth in units of the weights.</param>
/// <param name="Neuron">The neuron model.</param>
/// <param name="Tables">The constants, or null for a network without weights.</param>
internal sealed record LayerPlan(
    int Index, string Name, int Inputs, int Neurons, int Stride, int SpikeWorth, NeuronModel Neuron, LayerTables? Tables)
{
    /// <summary>Words of this layer's spikes in one step.</summary>
    public int SpikeWords => (Neurons + 63) / 64;
}
