using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks a layer of <see cref="LoihiNeuron"/>s: all its numbers must be such as the chip's registers hold.</summary>
internal static class LoihiValidator
{
    /// <summary>The sum of a step, aligned, stays within ±2²⁴: then one wrap brings u back into 24 bits.</summary>
    private const long LargestSum = 2L * LoihiNeuron.StateLimit;

    public static void Validate(SpikingLayer layer, LoihiNeuron neuron, Arithmetic arithmetic)
    {
        Require(layer, arithmetic is FixedPointArithmetic { PotentialBits: LoihiNeuron.StateBits, Overflow: PotentialOverflow.Saturate },
            $"neurons of Loihi need fixed point with potentials of {LoihiNeuron.StateBits} bits that saturate");
        RequireRange(layer, "du", neuron.CurrentDecay, 0, LoihiNeuron.LargestDecay);
        RequireRange(layer, "dv", neuron.PotentialDecay, 0, LoihiNeuron.LargestDecay);
        RequireRange(layer, "weightExponent", neuron.WeightExponent, -LoihiNeuron.LargestExponent - 1, LoihiNeuron.LargestExponent);
        RequireRange(layer, "biasExponent", neuron.BiasExponent, -LoihiNeuron.LargestExponent - 1, LoihiNeuron.LargestExponent);
        RequireRange(layer, "inputShift", neuron.InputShift, 0, LoihiNeuron.LargestInputShift);
        Require(layer, neuron.Reset == ResetMode.Zero && neuron.Refractory == 0, "neurons of Loihi reset to zero and do not rest");
        Require(layer, layer.Pooling is null, "neurons of Loihi have no max pooling");
        Require(layer, neuron.WeightExponent >= 0 || layer.Projections.Count(projection => !projection.IsAnalog) <= 1,
            "a negative weightExponent rounds the sum of one projection, and it has several");
    }

    public static void ValidateNumbers(SpikingLayer layer, LoihiNeuron neuron, FixedPointArithmetic arithmetic)
    {
        foreach (Projection projection in layer.Projections)
            ValidateWeights(layer, ((IntegerTensor)projection.Connection.Weights).Values, arithmetic.WeightBits);
        RequireBelow(layer, "sum of weights", CurrentBounds.Of(layer, projection => !projection.IsAnalog),
            bound => -LoihiNeuron.Shift(-bound, neuron.WeightExponent) << LoihiNeuron.Alignment, LargestSum);
        RequireBelow(layer, "current of the input", CurrentBounds.Of(layer, projection => projection.IsAnalog), bound => bound, FixedPointArithmetic.CurrentLimit);

        // The host adds an analog input before it programs the mantissa, so only the sum has its width.
        int limit = layer.Projections.Any(projection => projection.IsAnalog) ? FixedPointArithmetic.CurrentLimit : LoihiNeuron.LargestBias;
        RequireAll(layer, layer.Bias, -limit - 1, limit, "bias mantissas");
        RequireAll(layer, layer.Threshold, 1, LoihiNeuron.LargestThreshold, "thresholds");
        RequireAll(layer, layer.InitialPotential, -LoihiNeuron.StateLimit + 1, LoihiNeuron.StateLimit - 1, "initial potentials");
    }

    private static void ValidateWeights(SpikingLayer layer, EquatableArray<int> weights, int bits)
    {
        LoihiSignMode mode = LoihiWeights.ModeOf(weights);
        foreach (int weight in weights)
        {
            if (LoihiWeights.Truncate(weight, bits, mode) != weight)
            {
                throw new NetworkFileException(
                    $"layer '{layer.Name}': weight {weight} is none that Loihi holds with {bits} bits and {mode.ToString().ToLowerInvariant()} signs");
            }
        }
    }

    private static void RequireBelow(SpikingLayer layer, string name, long[] bounds, Func<long, long> scale, long limit)
    {
        foreach (long bound in bounds)
            Require(layer, scale(bound) <= limit, $"the {name} can reach {scale(bound)}, more than {limit}");
    }

    private static void RequireAll(SpikingLayer layer, Tensor tensor, int least, int most, string name) =>
        Require(layer, ((IntegerTensor)tensor).Values.All(value => value >= least && value <= most), $"{name} must be {least} to {most}");

    private static void RequireRange(SpikingLayer layer, string name, int value, int least, int most) =>
        Require(layer, value >= least && value <= most, $"{name} must be {least} to {most}, not {value}");

    private static void Require(SpikingLayer layer, bool condition, string problem) =>
        NetworkValidator.RequireLayer(layer, condition, problem);
}
