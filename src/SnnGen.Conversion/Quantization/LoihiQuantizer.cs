using SnnGen.Conversion.Analog;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// Writes a layer, given in units of the threshold, in Loihi's numbers (docs/mathematics.md, section 6): weights k · 2ⁿ, k
/// of b bits and n = 9 − b; what a weight counts in a potential is 2⁶ · 2ᵉ times it.
/// </summary>
internal static class LoihiQuantizer
{
    /// <summary>The spiking layer of a solved problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solutions">One a program.</param>
    /// <param name="neuron">The layer's neurons.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="bits">Bits of the levels that weights may have.</param>
    /// <param name="constraints">What the weights satisfy, and must go on to.</param>
    /// <param name="timeSteps">T.</param>
    /// <param name="isAnalog">Whether the layer is driven by a held input, through its biases.</param>
    /// <param name="parallel">How to parallelise.</param>
    public static QuantizedLayer Quantize(
        LayerProblem problem, LayerSolution[] solutions, NeuronSetting neuron, FixedPointArithmetic arithmetic, int bits,
        SynapseConstraints constraints, int timeSteps, bool isAnalog, ParallelOptions parallel)
    {
        AnalogLayer layer = problem.Assemble(solutions);
        double biasGain = neuron.Model is LoihiNeuron { SynapticLeak: > 0 } n ? LoihiScales.MeanGain(n.SynapticLeak, timeSteps) : 1;
        var scales = new LoihiScales(layer, arithmetic, bits, biasGain);
        double[] factor = neuron.Model switch
        {
            Integrator => scales.OfReadout(LoihiScales.Reach(problem, solutions) * timeSteps),
            _ when isAnalog => scales.OfHost(),
            _ => scales.OfSynapses(((LoihiNeuron)neuron.Model).SynapticLeak),
        };
        if (neuron.SharesScale)
            Array.Fill(factor, factor.Min());
        if (bits < arithmetic.WeightBits)
        {
            GridLayer grid = GridRounding.Round(
                problem, solutions, new WeightGrid((1 << (bits - 1)) - 1, constraints.NonNegative, constraints.KeepZeros), factor, neuron.SharesScale, parallel);
            (layer, factor) = (grid.Layer, grid.Factor);
            scales = new LoihiScales(layer, arithmetic, bits, biasGain);
        }
        return neuron.Model switch
        {
            Integrator => Readout(layer, scales, factor),
            _ when isAnalog => Host(layer, (LoihiNeuron)neuron.Model, scales, factor, neuron.Start),
            _ => Synapses(layer, (LoihiNeuron)neuron.Model, scales, factor, neuron.Start),
        };
    }

    // Spikes enter through the synapses.
    private static QuantizedLayer Synapses(AnalogLayer layer, LoihiNeuron neuron, LoihiScales scales, double[] factor, double start)
    {
        int exponent = scales.WeightExponent(factor, neuron.SynapticLeak);
        double[] threshold = [.. factor.Select(s => s * (1 << scales.Cleared + exponent + LoihiNeuron.Alignment))];
        double[] bias = [.. layer.Bias.Select((b, j) => b * scales.BiasGain * threshold[j % threshold.Length])];
        int biasExponent = LoihiScales.BiasExponent(bias);
        return Build(
            layer, neuron with { WeightExponent = exponent, BiasExponent = biasExponent }, scales, factor,
            [.. bias.Select(b => Mantissa(b, biasExponent))], Registers(threshold), start, worth: 1);
    }

    // The host multiplies and programs biases: currents in units of the weights times 255, shifted to the width of a mantissa.
    private static QuantizedLayer Host(AnalogLayer layer, LoihiNeuron neuron, LoihiScales scales, double[] factor, double start)
    {
        const double LargestMantissa = 1 << LoihiNeuron.BiasBits - 2; // two thresholds a step fit, and no neuron needs more
        const int Exponent = LoihiNeuron.LargestExponent;
        double[] current = [.. factor.Select(s => s * (InputEncoder.FullScale << scales.Cleared))];
        int shift = 0;
        while (current.Max() / (1 << shift) > LargestMantissa && shift < LoihiNeuron.LargestInputShift)
            shift++;
        double[] threshold = [.. current.Select(c => c / (1 << shift) * (1 << Exponent))];
        double half = shift > 0 ? 0.5 : 0; // the shift rounds down
        int[] bias = [.. layer.Bias.Select((b, j) => (int)Math.Round(Math.Clamp(
            b * threshold[j % threshold.Length] / (1 << Exponent) + half, -FixedPointArithmetic.CurrentLimit, FixedPointArithmetic.CurrentLimit)))];
        return Build(layer, neuron with { InputShift = shift, BiasExponent = Exponent }, scales, factor, bias, Registers(threshold), start, InputEncoder.FullScale);
    }

    // The host reads the potentials of neurons that never spike.
    private static QuantizedLayer Readout(AnalogLayer layer, LoihiScales scales, double[] factor)
    {
        int worth = 1 << scales.Cleared + LoihiNeuron.Alignment;
        double unit = factor.Min() * worth;
        double[] bias = [.. layer.Bias.Select(b => b * unit)];
        int exponent = LoihiScales.BiasExponent(bias);
        return new QuantizedLayer(
            SpikingLayerBuilder.Build(
                layer, new Integrator(), (_, layout) => Weights(layout, factor, 8, 0),
                Integers([.. bias.Select(b => Mantissa(b, exponent) << exponent)]), Integers([1]), Integers([0]), _ => worth),
            unit);
    }

    private static QuantizedLayer Build(
        AnalogLayer layer, LoihiNeuron neuron, LoihiScales scales, double[] factor, int[] bias, int[] threshold, double start, int worth) => new(
        SpikingLayerBuilder.Build(
            layer, neuron, (_, layout) => Weights(layout, factor, 16, scales.Cleared), Integers(bias), Integers(threshold),
            Integers([.. threshold.Select(t => (int)((t << LoihiNeuron.Alignment) * start))]),
            _ => worth),
        1);

    private static int[] Registers(double[] threshold) =>
        [.. threshold.Select(t => Math.Clamp((int)Math.Round(t / (1 << LoihiNeuron.Alignment)), 1, LoihiNeuron.LargestThreshold))];

    private static int Mantissa(double bias, int exponent) =>
        (int)Math.Clamp(Math.Round(bias / (1 << exponent)), -LoihiNeuron.LargestBias - 1, LoihiNeuron.LargestBias);

    private static IntegerTensor Weights(WeightLayout layout, double[] factor, int storage, int cleared) => new(
        layout.Shape, storage, new EquatableArray<int>(
            [.. layout.Values.Select((w, k) => (int)Math.Round(w * factor[layout.Channel(k, factor.Length)]) << cleared)]));

    private static IntegerTensor Integers(int[] values) => new(TensorShape.Of(values.Length), 32, new EquatableArray<int>(values));
}
