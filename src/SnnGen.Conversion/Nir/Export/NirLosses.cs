using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>What of a network NIR has no words for, so that its reader must be told otherwise.</summary>
public static class NirLosses
{
    /// <summary>One sentence each.</summary>
    /// <param name="network">The network.</param>
    /// <param name="convention">Whose steps of time the reader takes.</param>
    public static IEnumerable<string> Of(SpikingNetwork network, NirConvention convention)
    {
        string[] starting = [.. network.Layers.Where(layer => Values(layer.InitialPotential).Any(value => value != 0)).Select(layer => layer.Name)];
        if (starting.Length > 0)
            yield return $"the initial potentials of {string.Join(", ", starting)}: a reader starts at 0";
        ResetMode[] resets = [.. network.Layers.Select(layer => layer.Neuron).OfType<SpikingNeuron>().Select(neuron => neuron.Reset).Distinct()];
        if (resets.Contains(ResetMode.Subtract) && convention.Reset != ResetMode.Subtract)
            yield return "the reset by subtraction: a reader resets to v_reset unless it is told otherwise";
        string[] floors = [.. network.Layers.Where(layer => Membrane.Of(layer.Neuron)?.Floor is not null).Select(layer => layer.Name)];
        if (floors.Length > 0 && convention.Floor == NirFloor.None)
            yield return $"the lowest potentials of {string.Join(", ", floors)}: a reader has none";
        if (network.Arithmetic is FixedPointArithmetic && network.Layers.Any(layer => NeuronDynamicsRound(layer)))
            yield return "the rounding of leaks in fixed point: a reader computes them in floating point";
        if (network.Input.Encoding is InputEncoding.Rate or InputEncoding.Poisson)
            yield return $"the {network.Input.Encoding} encoding of the input: a reader is given the spikes";
    }

    private static bool NeuronDynamicsRound(SpikingLayer layer) => Membrane.Of(layer.Neuron) is not null
        || (layer.Neuron is SpikingNeuron neuron && NeuronDynamics.Of(neuron) is var dynamics && (dynamics.Leak < 1 || dynamics.SynapticLeak is not null));

    private static IEnumerable<double> Values(Tensor tensor) => tensor is IntegerTensor integers
        ? integers.Values.Select(value => (double)value)
        : ((Float32Tensor)tensor).Values.Select(value => (double)value);
}
