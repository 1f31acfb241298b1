using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Checks the numbers of a layer: how many, finite, in range.</summary>
internal static class TensorValidator
{
    public static void Validate(SpikingLayer layer, Arithmetic arithmetic)
    {
        foreach (Projection projection in layer.Projections)
            RequireCount(layer, "weights", projection.Connection.Weights, WeightCount(projection.Connection));
        (string Name, Tensor Tensor, int Count)[] parameters =
        [
            ("bias", layer.Bias, layer.Currents),
            ("threshold", layer.Threshold, layer.Neurons),
            ("initialPotential", layer.InitialPotential, layer.Neurons),
            .. MembraneTensors(layer).Select(tensor => (tensor.Name, tensor.Tensor, layer.Neurons)),
        ];
        foreach ((string name, Tensor tensor, int count) in parameters)
            RequireCount(layer, name, tensor, count, layer.Channels, 1);

        Tensor[] tensors = [.. layer.Projections.Select(p => p.Connection.Weights), .. parameters.Select(p => p.Tensor)];
        if (arithmetic is FixedPointArithmetic fixedPoint)
        {
            Require(layer, tensors.All(t => t is IntegerTensor), "fixed point needs integer tensors");
            if (layer.Neuron is LoihiNeuron neuron)
                LoihiValidator.ValidateNumbers(layer, neuron, fixedPoint);
            else
                ValidateIntegers(layer, fixedPoint);
        }
        else
        {
            Require(layer, tensors.All(t => t is Float32Tensor f && f.Values.All(NetworkValidator.IsFinite)),
                "float32 needs float32 tensors of finite values");
            if (Membrane.Of(layer.Neuron) is { } membrane)
                ValidateLeaks(layer, membrane, 1);
            else
                Require(layer, ((Float32Tensor)layer.Threshold).Values.All(v => v > 0), "thresholds must be positive");
        }
    }

    private static IEnumerable<(string Name, Tensor Tensor)> MembraneTensors(SpikingLayer layer)
    {
        if (Membrane.Of(layer.Neuron) is not { } membrane)
            yield break;
        yield return ("leak", membrane.Leak);
        if (membrane.SynapticLeak is { } synapticLeak)
            yield return ("synapticLeak", synapticLeak);
        if (membrane.Drive is { } drive)
            yield return ("drive", drive);
        if (membrane.Floor is { } floor)
            yield return ("floor", floor);
        if (layer.Neuron is HeterogeneousNeuron spiking)
            yield return ("resetValue", spiking.ResetValue);
    }

    private static void ValidateLeaks(SpikingLayer layer, Membrane membrane, int unit)
    {
        foreach (Tensor? leak in new[] { membrane.Leak, membrane.SynapticLeak })
            Require(layer, leak is null || (leak is IntegerTensor m ? m.Values.All(v => v >= 0 && v <= unit) : ((Float32Tensor)leak).Values.All(v => v >= 0 && v <= unit)),
                $"leaks must be 0 to {unit}");
    }

    private static long WeightCount(Connection connection) => connection is ConvolutionConnection convolution
        ? (long)convolution.Window.Input.Channels * convolution.Window.Taps * convolution.FanOut
        : (long)connection.Inputs * connection.Outputs;

    private static void ValidateIntegers(SpikingLayer layer, FixedPointArithmetic p)
    {
        foreach (int weight in layer.Projections.SelectMany(projection => ((IntegerTensor)projection.Connection.Weights).Values))
        {
            if (Math.Abs((long)weight) > p.MaximumWeight)
                throw new NetworkFileException($"layer '{layer.Name}': weight {weight} exceeds {p.WeightBits} bits");
        }
        ValidateCurrents(layer);
        if (Membrane.Of(layer.Neuron) is { } membrane)
            ValidateMembrane(layer, membrane, p);
        else
            Require(layer, ((IntegerTensor)layer.Threshold).Values.All(v => v >= 1 && v <= p.MaximumPotential), $"thresholds must be 1 to {p.MaximumPotential}");
        Require(layer, ((IntegerTensor)layer.InitialPotential).Values.All(v => v >= p.MinimumPotential && v <= p.MaximumPotential),
            $"initial potentials must fit {p.PotentialBits} bits");
    }

    private static void ValidateCurrents(SpikingLayer layer)
    {
        EquatableArray<int> bias = ((IntegerTensor)layer.Bias).Values;
        long[] bounds = CurrentBounds.Of(layer);
        int longer = Math.Max(bounds.Length, bias.Count), shorter = Math.Min(bounds.Length, bias.Count);
        // Where neither repeats within the other, each current has a bound and a bias of its own.
        int currents = longer % shorter == 0 ? longer : layer.Currents;
        for (int j = 0; j < currents; j++)
        {
            long current = bounds[j % bounds.Length] + Math.Abs((long)bias[j % bias.Count]);
            if (current > FixedPointArithmetic.CurrentLimit)
                throw new NetworkFileException($"layer '{layer.Name}': current {j} can reach {current}, more than {FixedPointArithmetic.CurrentLimit}");
        }
    }

    private static void ValidateMembrane(SpikingLayer layer, Membrane membrane, FixedPointArithmetic p)
    {
        ValidateLeaks(layer, membrane, 1 << FixedPointArithmetic.LeakBits);
        Require(layer, p.PotentialBits < FixedPointArithmetic.MaximumPotentialBits,
            $"potentials of heterogeneous neurons have at most {FixedPointArithmetic.MaximumPotentialBits - 1} bits");
        foreach ((string name, Tensor tensor) in MembraneTensors(layer).Append(("threshold", layer.Threshold)).Where(tensor => !tensor.Item1.EndsWith("eak", StringComparison.Ordinal)))
            Require(layer, ((IntegerTensor)tensor).Values.All(v => v >= p.MinimumPotential && v <= p.MaximumPotential), $"{name} must fit {p.PotentialBits} bits");
    }

    private static void RequireCount(SpikingLayer layer, string name, Tensor tensor, params long[] allowed) =>
        Require(layer, allowed.Contains(tensor.Count), $"{name} has {tensor.Count} values, not {allowed[0]}");

    private static void Require(SpikingLayer layer, bool condition, string problem) =>
        NetworkValidator.RequireLayer(layer, condition, problem);
}
