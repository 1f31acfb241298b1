using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks the parameters of a layer's neuron model.</summary>
internal static class NeuronValidator
{
    public static void Validate(SpikingLayer layer, Arithmetic arithmetic)
    {
        if (layer.Neuron is not SpikingNeuron neuron || neuron is HeterogeneousNeuron)
        {
            NetworkValidator.RequireLayer(layer, (layer.Neuron as SpikingNeuron)?.Refractory is null or 0, "heterogeneous neurons have no refractory period");
            return;
        }
        if (neuron is LoihiNeuron loihi)
        {
            LoihiValidator.Validate(layer, loihi, arithmetic);
            return;
        }
        NeuronDynamics dynamics = NeuronDynamics.Of(neuron);
        // A membrane may be without leak where the neuron says so by its kind, or has a synapse that leaks instead.
        if (neuron is LeakyIntegrateAndFire || dynamics.Leak != 1)
            ValidateLeak(layer, "leak", dynamics.Leak, dynamics.LeakForm, arithmetic);
        if (dynamics.SynapticLeak is { } synapticLeak)
            ValidateLeak(layer, "synapticLeak", synapticLeak, dynamics.LeakForm, arithmetic);
        NetworkValidator.RequireLayer(layer, dynamics.Refractory is >= 0 and <= SpikingNeuron.LongestRefractory,
            $"refractory must be 0 to {SpikingNeuron.LongestRefractory}, not {dynamics.Refractory}");
    }

    private static void ValidateLeak(SpikingLayer layer, string name, double leak, LeakForm form, Arithmetic arithmetic)
    {
        NetworkValidator.RequireLayer(layer, leak is > 0 and < 1, $"{name} must lie between 0 and 1, not {leak}");
        if (form == LeakForm.Shift)
        {
            NetworkValidator.RequireLayer(layer, arithmetic is FixedPointArithmetic, "a leak is a shift only in fixed point");
            NetworkValidator.RequireLayer(layer, LeakShift.Of(leak) is not null,
                $"{name} must be 1 - 2^-k with k from 1 to {LeakShift.Largest} where it is a shift, not {leak}");
            return;
        }
        double mantissa = leak * (1 << FixedPointArithmetic.LeakBits);
        NetworkValidator.RequireLayer(layer, arithmetic is Float32Arithmetic || mantissa == Math.Floor(mantissa),
            $"{name} must be a multiple of 2^-{FixedPointArithmetic.LeakBits} in fixed point");
    }
}
