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
        if (network.Arithmetic is FixedPointArithmetic p)
        {
            Require(p.WeightBits is >= 2 and <= 8, $"weightBits must be 2 to 8, not {p.WeightBits}");
            Require(p.PotentialBits is >= 8 and <= FixedPointArithmetic.MaximumPotentialBits,
                $"potentialBits must be 8 to {FixedPointArithmetic.MaximumPotentialBits}, not {p.PotentialBits}");
        }

        int inputs = network.Input.Shape.Size;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            DenseLayer layer = network.Layers[i];
            bool isReadout = i == network.Layers.Count - 1;
            RequireLayer(layer, layer.Neurons >= 1, "needs at least one neuron");
            RequireLayer(layer, layer.Inputs == inputs, $"takes {layer.Inputs} inputs, but what comes before gives {inputs}");
            RequireLayer(layer, layer.Neuron is Integrator == isReadout, "the last layer, and only it, must be an integrator");
            ValidateLeak(layer, network.Arithmetic);
            if (!network.IsShapeOnly)
                ValidateTensors(layer, network.Arithmetic, i == 0 ? InputEncoder.FullScale : 1);
            inputs = layer.Neurons;
        }

        Require(network.Labels.Count == 0 || network.Labels.Count == inputs,
            $"{network.Labels.Count} labels for {inputs} outputs");
    }

    private static void ValidateLeak(DenseLayer layer, Arithmetic arithmetic)
    {
        if (layer.Neuron is not LeakyIntegrateAndFire { Leak: double leak })
            return;
        RequireLayer(layer, leak is > 0 and < 1, $"leak must lie between 0 and 1, not {leak}");
        double mantissa = leak * (1 << FixedPointArithmetic.LeakBits);
        RequireLayer(layer, arithmetic is Float32Arithmetic || mantissa == Math.Floor(mantissa),
            $"leak must be a multiple of 2^-{FixedPointArithmetic.LeakBits} in fixed point");
    }

    private static void ValidateTensors(DenseLayer layer, Arithmetic arithmetic, int inputMagnitude)
    {
        RequireLayer(layer, (long)layer.Inputs * layer.Neurons <= int.MaxValue, "has 2^31 weights or more");
        RequireCount(layer, "weights", layer.Weights, layer.Inputs * layer.Neurons);
        RequireCount(layer, "bias", layer.Bias, layer.Neurons);
        RequireCount(layer, "threshold", layer.Threshold, layer.Neurons, orOne: true);
        RequireCount(layer, "initialPotential", layer.InitialPotential, layer.Neurons, orOne: true);
        Tensor[] tensors = [layer.Weights, layer.Bias, layer.Threshold, layer.InitialPotential];
        if (arithmetic is FixedPointArithmetic p)
        {
            RequireLayer(layer, tensors.All(t => t is IntegerTensor), "fixed point needs integer tensors");
            ValidateIntegers(layer, p, inputMagnitude);
        }
        else
        {
            RequireLayer(layer, tensors.All(t => t is Float32Tensor f && f.Values.All(IsFinite)),
                "float32 needs float32 tensors of finite values");
            RequireLayer(layer, ((Float32Tensor)layer.Threshold).Values.All(v => v > 0), "thresholds must be positive");
        }
    }

    private static void ValidateIntegers(DenseLayer layer, FixedPointArithmetic p, int inputMagnitude)
    {
        ReadOnlySpan<int> weights = ((IntegerTensor)layer.Weights).Values.AsSpan();
        var magnitude = new long[layer.Neurons];
        for (int i = 0; i < weights.Length; i++)
        {
            if (Math.Abs(weights[i]) > p.MaximumWeight)
                throw new NetworkFileException($"layer '{layer.Name}': weight {weights[i]} exceeds {p.WeightBits} bits");
            magnitude[i % layer.Neurons] += Math.Abs(weights[i]);
        }
        EquatableArray<int> bias = ((IntegerTensor)layer.Bias).Values;
        for (int j = 0; j < magnitude.Length; j++)
        {
            long current = magnitude[j] * inputMagnitude + Math.Abs((long)bias[j]);
            RequireLayer(layer, current <= FixedPointArithmetic.CurrentLimit,
                $"the current of neuron {j} can reach {current}, more than {FixedPointArithmetic.CurrentLimit}");
        }
        RequireLayer(layer, ((IntegerTensor)layer.Threshold).Values.All(v => v >= 1 && v <= p.MaximumPotential),
            $"thresholds must be 1 to {p.MaximumPotential}");
        RequireLayer(layer, ((IntegerTensor)layer.InitialPotential).Values.All(v => v >= p.MinimumPotential && v <= p.MaximumPotential),
            $"initial potentials must fit {p.PotentialBits} bits");
    }

    private static void RequireCount(DenseLayer layer, string name, Tensor tensor, int count, bool orOne = false) =>
        RequireLayer(layer, tensor.Count == count || (orOne && tensor.Count == 1), $"{name} has {tensor.Count} values, not {count}");

    private static void RequireLayer(DenseLayer layer, bool condition, string problem) =>
        Require(condition, $"layer '{layer.Name}': {problem}");

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new NetworkFileException(problem);
    }

    private static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);
}
