using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>
/// What every network must satisfy, so that no later stage has to ask again: sizes fit together, numbers are finite,
/// integers fit their widths, and no current can leave ±<see cref="FixedPointArithmetic.CurrentLimit"/>.
/// </summary>
public static class NetworkValidator
{
    private const int MaximumTimeSteps = 1 << 16;

    /// <summary>Checks <paramref name="network"/>.</summary>
    /// <exception cref="NetworkFileException">The first violation found, naming the layer.</exception>
    public static void Validate(SpikingNetwork network)
    {
        Require(network.TimeSteps is >= 1 and <= MaximumTimeSteps, $"timeSteps must be 1 to {MaximumTimeSteps}, not {network.TimeSteps}");
        Require(network.Layers.Count > 0, "a network needs at least one layer");
        Require(IsFinite(network.Input.Scale) && network.Input.Scale != 0, "input scale must be finite and not zero");
        Require(IsFinite(network.Input.Offset), "input offset must be finite");
        Require(network.Output.Scale > 0 && !double.IsInfinity(network.Output.Scale), "output scale must be finite and positive");
        Require(network.Input.Seed >= 0, $"the seed of the input must not be negative, but is {network.Input.Seed}");
        if (network.Arithmetic is FixedPointArithmetic p)
        {
            Require(p.WeightBits is >= 2 and <= 8, $"weightBits must be 2 to 8, not {p.WeightBits}");
            Require(p.PotentialBits is >= 8 and <= FixedPointArithmetic.MaximumPotentialBits,
                $"potentialBits must be 8 to {FixedPointArithmetic.MaximumPotentialBits}, not {p.PotentialBits}");
        }

        for (int i = 0; i < network.Layers.Count; i++)
        {
            SpikingLayer layer = network.Layers[i];
            bool isReadout = i == network.Layers.Count - 1;
            TopologyValidator.Validate(layer, network, i);
            bool integrates = isReadout && network.Output.Readout == Readout.Potential;
            RequireLayer(layer, layer.Neuron is LeakyIntegrator ? integrates || !isReadout : layer.Neuron is Integrator == integrates,
                "the last layer must be an integrator where potentials decide, and no other may be one");
            NeuronValidator.Validate(layer, network.Arithmetic);
            if (!network.IsShapeOnly)
                TensorValidator.Validate(layer, network.Arithmetic);
            RequireLayer(layer, layer.Neuron is not LoihiNeuron || network.Input.Encoding != InputEncoding.Latency,
                "neurons of Loihi have no synapses that last, as latency encoding needs them");
        }

        Require(network.Labels.Count == 0 || network.Labels.Count == network.OutputSize,
            $"{network.Labels.Count} labels for {network.OutputSize} outputs");
        ExitValidator.Validate(network);
    }

    internal static void RequireLayer(SpikingLayer layer, bool condition, string problem) =>
        Require(condition, $"layer '{layer.Name}': {problem}");

    internal static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new NetworkFileException(problem);
    }
}
