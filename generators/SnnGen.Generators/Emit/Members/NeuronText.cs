using System.Globalization;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Members;

/// <summary>Neuron models in words, for documentation.</summary>
internal static class NeuronText
{
    public static string Describe(NeuronModel neuron) => neuron switch
    {
        IntegrateAndFire n => $"integrate-and-fire, {Describe(n.Reset)}",
        LeakyIntegrateAndFire n =>
            $"leaky integrate-and-fire, leak {n.Leak.ToString("G6", CultureInfo.InvariantCulture)}, {Describe(n.Reset)}",
        _ => "integrating readout",
    };

    private static string Describe(ResetMode reset) => reset == ResetMode.Subtract ? "reset by subtraction" : "reset to zero";
}
