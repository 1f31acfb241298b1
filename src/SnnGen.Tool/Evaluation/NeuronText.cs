using System.Globalization;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Tool.Evaluation;

/// <summary>Neurons in a few words.</summary>
internal static class NeuronText
{
    /// <summary>The model, its leaks and its reset.</summary>
    public static string Describe(NeuronModel neuron)
    {
        if (neuron is HeterogeneousNeuron own)
            return $"{(own.Membrane.SynapticLeak is null ? "LIF" : "CUBA-LIF")}, each its own, {Describe(own.Reset)}";
        if (neuron is LeakyIntegrator integrator)
            return integrator.Membrane.SynapticLeak is null ? "LI, each its own" : "CUBA-LI, each its own";
        if (neuron is not SpikingNeuron spiking)
            return "integrator";
        NeuronDynamics dynamics = NeuronDynamics.Of(spiking);
        string kind = neuron switch
        {
            IntegrateAndFire => "IF",
            LeakyIntegrateAndFire => string.Create(CultureInfo.InvariantCulture, $"LIF {dynamics.Leak:0.####}"),
            LoihiNeuron n => string.Create(CultureInfo.InvariantCulture, $"Loihi du {n.CurrentDecay} dv {n.PotentialDecay}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"CUBA-LIF {dynamics.SynapticLeak:0.####}/{dynamics.Leak:0.####}"),
        };
        string form = dynamics.LeakForm == LeakForm.Shift ? ", by shift" : "";
        string rest = dynamics.Refractory == 0 ? "" : $", rests {dynamics.Refractory}";
        return $"{kind}{form}, {Describe(dynamics.Reset)}{rest}";
    }

    private static string Describe(ResetMode reset) => reset == ResetMode.Subtract ? "subtract" : "zero";
}
