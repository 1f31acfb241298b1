using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>Layers that NIR has no node for, since it needs none.</summary>
internal static class RelayingLayers
{
    /// <summary>Whether it is a membrane on which nothing stays and that never spikes: a sum, which any node of NIR forms of its edges.</summary>
    public static bool Relays(this SpikingLayer layer) =>
        layer.Neuron is LeakyIntegrator { Membrane: { SynapticLeak: null, Drive: null, Floor: null, Leak: Float32Tensor leak } } && leak.Values.All(value => value == 0);
}
