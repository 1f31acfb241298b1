using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Networks;

/// <summary>Fully connected layers, each driven by the one before.</summary>
internal static class DenseLayers
{
    /// <param name="index">Index of the layer; its source is the one before, or the network's input.</param>
    /// <param name="name">Name.</param>
    /// <param name="inputs">n.</param>
    /// <param name="neurons">m.</param>
    /// <param name="weights">n × m.</param>
    /// <param name="bias">One value a neuron.</param>
    /// <param name="threshold">One value a neuron or for all.</param>
    /// <param name="potential">At t = 0, likewise.</param>
    /// <param name="neuron">The neuron.</param>
    public static SpikingLayer Create(
        int index, string name, int inputs, int neurons, Tensor weights, Tensor bias, Tensor threshold, Tensor potential, NeuronModel neuron) => new(
        name, TensorShape.Of(neurons),
        new EquatableArray<Projection>([new Projection(index - 1, ChannelOrder.Last, null, new DenseConnection(inputs, neurons, weights))]),
        null, bias, threshold, potential, neuron);
}
