using SnnGen.Conversion.Analog;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>Writes a layer, given in units of the threshold, in the numbers of an arithmetic.</summary>
public static class LayerQuantizer
{
    // With 8 bits plain rounding is as good as any.
    private const int CoarseBits = 7;

    /// <summary>The spiking layer of a solved problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solutions">One a program.</param>
    /// <param name="neuron">The layer's neurons.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="constraints">What the weights satisfy, and must go on to.</param>
    /// <param name="parallel">How to parallelise; the result does not depend on it.</param>
    public static QuantizedLayer Quantize(
        LayerProblem problem, LayerSolution[] solutions, NeuronSetting neuron, Arithmetic arithmetic,
        SynapseConstraints constraints, ParallelOptions parallel)
    {
        AnalogLayer layer = problem.Assemble(solutions);
        if (arithmetic is not FixedPointArithmetic { WeightBits: <= CoarseBits } coarse)
            return Quantize(layer, neuron, arithmetic);
        ChannelScales widest = ChannelScales.Choose(layer, coarse, neuron.Threshold);
        GridLayer grid = GridRounding.Round(problem, solutions, new WeightGrid(coarse.MaximumWeight, constraints.NonNegative, constraints.KeepZeros), widest.Factor, neuron.SharesScale, parallel);
        return FixedPoint(grid.Layer, neuron, coarse, new ChannelScales(grid.Factor, widest.Unit));
    }

    /// <summary>The spiking layer, each weight rounded on its own.</summary>
    /// <param name="layer">Weights and biases in units of the threshold, weights per rate.</param>
    /// <param name="neuron">Its neurons.</param>
    /// <param name="arithmetic">The numbers.</param>
    public static QuantizedLayer Quantize(AnalogLayer layer, NeuronSetting neuron, Arithmetic arithmetic) =>
        arithmetic is FixedPointArithmetic p ? FixedPoint(layer, neuron, p, ChannelScales.Choose(layer, p, neuron.Threshold)) : Float32(layer, neuron);

    private static QuantizedLayer Float32(AnalogLayer layer, NeuronSetting neuron)
    {
        return new QuantizedLayer(
            SpikingLayerBuilder.Build(
                layer, neuron.Model, (projection, layout) => Floats(layout.Shape, layout.Values),
                Vector(layer.Bias), Vector([neuron.Threshold]), Vector([neuron.Start * neuron.Threshold]), _ => null),
            PotentialUnit: 1);

        static Tensor Vector(double[] values) => Floats(TensorShape.Of(values.Length), values);

        static Tensor Floats(TensorShape shape, double[] values) =>
            new Float32Tensor(shape, new EquatableArray<float>([.. values.Select(v => (float)v)]));
    }

    private static QuantizedLayer FixedPoint(AnalogLayer layer, NeuronSetting neuron, FixedPointArithmetic p, ChannelScales scales)
    {
        // A spiking neuron's behaviour does not change when its weights, bias, threshold and potentials share a factor.
        // The readout's potentials are compared with one another and share one.
        double[] factor = neuron.SharesScale
            ? [.. Enumerable.Repeat(scales.Factor.Min(), scales.Factor.Length)]
            : scales.Factor;
        int[] threshold = [.. factor.Select(s => Math.Max(1, (int)Math.Round(s * scales.Unit * neuron.Threshold)))];
        int[] bias = [.. layer.Bias.Select((b, j) => (int)Math.Round(b * factor[j % factor.Length] * scales.Unit))];
        SpikingLayer spiking = SpikingLayerBuilder.Build(
            layer, neuron.Model, (projection, layout) => Weights(layout, factor, (double)scales.Unit / ChannelScales.SpikeWorth(projection, p)),
            Integers(bias), Integers(threshold), Integers([.. threshold.Select(t => (int)(t * neuron.Start))]),
            projection => ChannelScales.SpikeWorth(projection, p));
        return new QuantizedLayer(spiking, factor.Min() * scales.Unit);
    }

    private static IntegerTensor Weights(WeightLayout layout, double[] factor, double unit) => new(
        layout.Shape, 8, new EquatableArray<int>(
            [.. layout.Values.Select((w, k) => (int)Math.Round(w * factor[layout.Channel(k, factor.Length)] * unit))]));

    private static IntegerTensor Integers(int[] values) =>
        new(TensorShape.Of(values.Length), 32, new EquatableArray<int>(values));
}
