using System.Globalization;
using SnnGen.Generators.Emit.Text;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Generators.Emit.Members;

/// <summary>Neuron models in words, for documentation.</summary>
internal static class NeuronText
{
    public static string Describe(NeuronModel neuron)
    {
        if (neuron is HeterogeneousNeuron own)
            return $"{Describe(own.Membrane)} leaky integrate-and-fire, parameters of each neuron its own, {Describe(own.Reset)}";
        if (neuron is LeakyIntegrator integrator)
            return $"{Describe(integrator.Membrane)} leaky integrator, parameters of each neuron its own";
        if (neuron is not SpikingNeuron spiking)
            return "integrating readout";
        if (neuron is LoihiNeuron loihi)
            return $"neurons of Loihi, du {Literal.Of(loihi.CurrentDecay)}, dv {Literal.Of(loihi.PotentialDecay)}, reset to zero";
        NeuronDynamics dynamics = NeuronDynamics.Of(spiking);
        string kind = neuron switch
        {
            IntegrateAndFire => "integrate-and-fire",
            LeakyIntegrateAndFire => "leaky integrate-and-fire, leak " + Text(dynamics.Leak),
            _ => $"current-based leaky integrate-and-fire, synaptic leak {Text(dynamics.SynapticLeak!.Value)}, leak {Text(dynamics.Leak)}",
        };
        string rest = dynamics.Refractory == 0 ? "" : $", refractory for {Literal.Of(dynamics.Refractory)} {(dynamics.Refractory == 1 ? "step" : "steps")}";
        return $"{kind}, {Describe(dynamics.Reset)}{rest}";
    }

    private static string Describe(Membrane membrane) => membrane.SynapticLeak is null ? "current-driven" : "current-based";

    private static string Text(double leak) => leak.ToString("G6", CultureInfo.InvariantCulture);

    private static string Describe(ResetMode reset) => reset == ResetMode.Subtract ? "reset by subtraction" : "reset to zero";
}
