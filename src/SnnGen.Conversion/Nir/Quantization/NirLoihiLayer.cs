using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>
/// A layer in Loihi's integers, as the authors of NIR bring networks to Lava (Pedersen et al., arXiv 2311.14641, nir_to_lava):
/// weights and thresholds times 256, decays times 4095, all rounded toward zero. A smaller power of two where the weights
/// would not fit, a larger one where the largest would have less than three bits.
/// </summary>
internal static class NirLoihiLayer
{
    private const int UsualScale = 256, LargestScale = 1 << 16, LargestWeight = 254, LeastWeight = 8;
    private const int LargestSum = 1 << 18;

    /// <summary>The layer.</summary>
    /// <param name="layer">A layer of spiking neurons, single precision.</param>
    /// <param name="weightBits">Bits of a weight.</param>
    /// <param name="modelFile">The model's file, for errors.</param>
    /// <exception cref="ConversionException">SNN1015: its neurons differ, or do not reset to zero.</exception>
    public static SpikingLayer Of(SpikingLayer layer, int weightBits, string modelFile)
    {
        var neuron = (HeterogeneousNeuron)layer.Neuron;
        if (neuron.Reset != ResetMode.Zero || Values(neuron.ResetValue).Any(value => value != 0))
            throw Misfit("its neurons reset to zero; choose Reset Zero");
        if (neuron.Membrane.Floor is not null)
            throw Misfit("its potentials have no floor; choose another Simulator");
        if (layer.Projections.Any(projection => projection.LongestDelay > 1))
            throw Misfit("a spike takes one step from neuron to neuron; remove longer delays");
        double scale = Scale(layer);
        LoihiSignMode[] signs = [.. layer.Projections.Select(projection => LoihiWeights.ModeOf(Values(projection.Connection.Weights).Select(weight => (int)(weight * scale))))];
        double? alpha = neuron.Membrane.SynapticLeak is { } synapse ? Uniform(synapse) : null;
        (IntegerTensor bias, int exponent) = Bias(layer, neuron.Membrane.Drive, scale * (1 << LoihiNeuron.Alignment), alpha);
        return layer with
        {
            Projections = layer.Projections.Select((projection, p) => projection with
            {
                SpikeWorth = 1,
                Connection = projection.Connection with
                {
                    Weights = new IntegerTensor(projection.Connection.Weights.Shape, 16, Values(projection.Connection.Weights)
                        .Select(weight => LoihiWeights.Truncate((int)(weight * scale), weightBits, signs[p])).ToEquatableArray()),
                },
            }).ToEquatableArray(),
            Bias = bias,
            Threshold = Integers(layer.Threshold, value => Math.Clamp((int)(value * scale), 1, LoihiNeuron.LargestThreshold)),
            InitialPotential = Integers(layer.InitialPotential, value => (int)(value * scale * (1 << LoihiNeuron.Alignment))),
            Neuron = new LoihiNeuron(alpha is { } kept ? Decay(kept) : LoihiNeuron.LargestDecay, Decay(Uniform(neuron.Membrane.Leak))) { BiasExponent = exponent },
        };

        double Uniform(Tensor leak) => Values(leak).Distinct().Count() == 1
            ? Values(leak)[0]
            : throw Misfit("the neurons of a layer share their decays; give them one time constant");

        ConversionException Misfit(string reason) => new(DiagnosticDescriptors.DoesNotFitChip, modelFile, $"the network does not fit the chip loihi: layer '{layer.Name}': {reason}");
    }

    private static int Decay(double kept) => (int)((1 - kept) * LoihiNeuron.LargestDecay);

    private static double Scale(SpikingLayer layer)
    {
        double largest = layer.Projections.Max(projection => Values(projection.Connection.Weights).Max(weight => Math.Abs((double)weight)));
        double threshold = Values(layer.Threshold).Max(), scale = UsualScale;
        double sum = layer.Projections.Sum(projection => (double)projection.Connection.Inputs * (projection.Pooling?.Window.Taps ?? 1)) * largest;
        while (scale > 1.0 / LargestScale && (largest * scale > LargestWeight || threshold * scale > LoihiNeuron.LargestThreshold || sum * scale > LargestSum))
            scale /= 2;
        while (largest > 0 && largest * scale < LeastWeight && scale < LargestScale && 2 * threshold * scale <= LoihiNeuron.LargestThreshold)
            scale *= 2;
        return scale;
    }

    // On the chip a bias does not pass the synapse: there it counts what it would come to in the long run.
    private static (IntegerTensor Bias, int Exponent) Bias(SpikingLayer layer, Tensor? drive, double unit, double? alpha)
    {
        double gain = alpha is { } kept ? 1 / Math.Max(1 - kept, 1e-3) : 1;
        EquatableArray<float> biases = Values(layer.Bias), drives = drive is null ? new EquatableArray<float>([0]) : Values(drive);
        double[] values = [.. Enumerable.Range(0, Math.Max(biases.Count, drives.Count)).Select(j => (biases[j % biases.Count] * gain + drives[j % drives.Count]) * unit)];
        int exponent = 0;
        while (exponent < LoihiNeuron.LargestExponent && values.Max(Math.Abs) / (1 << exponent) > LoihiNeuron.LargestBias)
            exponent++;
        return (new IntegerTensor(TensorShape.Of(values.Length), 32, values.Select(value =>
            (int)Math.Clamp(value / (1 << exponent), -LoihiNeuron.LargestBias, LoihiNeuron.LargestBias)).ToEquatableArray()), exponent);
    }

    private static IntegerTensor Integers(Tensor tensor, Func<double, int> rule) =>
        new(tensor.Shape, 32, Values(tensor).Select(value => rule(value)).ToEquatableArray());

    private static EquatableArray<float> Values(Tensor tensor) => ((Float32Tensor)tensor).Values;
}
