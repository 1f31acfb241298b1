using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>Networks that the portable profile has no code for: it refuses them rather than computing something else.</summary>
internal static class PortableLimits
{
    /// <summary>What stands in the way, or null.</summary>
    public static string? Of(SpikingNetwork network) =>
        network.Layers.Select(Of).FirstOrDefault(lack => lack is not null);

    private static string? Of(SpikingLayer layer) =>
        layer.Neuron is LoihiNeuron ? Lack("neurons of Loihi") : null;

    private static string Lack(string what) => $"the portable profile has no {what}; use Profile=\"Modern\"";
}
