using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Nir.Quantization;

/// <summary>
/// Fixed point for a network in single precision. All that reaches a neuron, its threshold and its potential may share any
/// factor: each channel has its own, by which the largest weight fills its bits, or by which, with few bits, the current that
/// the spikes of the calibration cause is nearest to what it was.
/// </summary>
internal sealed class NirQuantizer(SpikingNetwork network, FixedPointArithmetic arithmetic, int weightBits, LayerRates rates, string modelFile)
{
    private const int LargestWorth = 256, LeakUnit = 1 << FixedPointArithmetic.LeakBits;
    private const double Headroom = 4;

    private readonly int _largestWeight = (1 << (weightBits - 1)) - 1;

    /// <summary>The network in fixed point.</summary>
    /// <exception cref="ConversionException">A layer in the middle never spikes, or a threshold does not fit the bits of potentials.</exception>
    public SpikingNetwork Quantize()
    {
        double outputScale = 1;
        var layers = new List<SpikingLayer>();
        foreach (SpikingLayer layer in network.Layers)
        {
            bool isReadout = layers.Count == network.Layers.Count - 1;
            if (layer.Neuron is not SpikingNeuron && !isReadout)
            {
                throw new ConversionException(DiagnosticDescriptors.NotRepresentable, modelFile,
                    $"node '{layer.Name}' passes on values and not spikes, which only single precision can; choose Weights Float32, or leave such nodes out of the network");
            }
            (SpikingLayer quantized, double scale) = Quantize(layer, isReadout);
            layers.Add(quantized);
            outputScale = 1 / scale;
        }
        return network with
        {
            Arithmetic = arithmetic, Layers = layers.ToEquatableArray(), Output = network.Output with { Scale = outputScale },
        };
    }

    private (SpikingLayer Layer, double Scale) Quantize(SpikingLayer layer, bool isReadout)
    {
        var synapses = new SynapseTable(layer, rates);
        double[] scale = [.. Enumerable.Range(0, layer.Channels).Select(channel => Scale(layer, synapses.Of(channel), channel))];
        // Outputs are compared with each other.
        if (isReadout)
            Array.Fill(scale, scale.Min());
        int worth = Worth(layer, scale);
        var weights = layer.Projections.Select(projection => new int[projection.Connection.Weights.Count]).ToArray();
        for (int channel = 0; channel < scale.Length; channel++)
            foreach (SynapseTable.Entry entry in synapses.Of(channel))
                weights[entry.Projection][entry.Index] = Round(entry.Weight, scale[channel]);
        IntegerTensor Values(Tensor tensor) => Scaled(layer, tensor, scale, worth);
        return (layer with
        {
            Projections = layer.Projections.Select((projection, p) => projection with
            {
                SpikeWorth = worth,
                Connection = projection.Connection with { Weights = new IntegerTensor(projection.Connection.Weights.Shape, 8, new EquatableArray<int>(weights[p])) },
            }).ToEquatableArray(),
            Bias = Values(layer.Bias), Threshold = layer.Neuron is SpikingNeuron ? Values(layer.Threshold) : new IntegerTensor(TensorShape.Of(1), 32, new EquatableArray<int>([1])),
            InitialPotential = Values(layer.InitialPotential),
            Neuron = layer.Neuron switch
            {
                HeterogeneousNeuron n => n with { Membrane = Quantized(n.Membrane, Values), ResetValue = Values(n.ResetValue) },
                LeakyIntegrator n => new LeakyIntegrator(Quantized(n.Membrane, Values)),
                _ => throw new NotSupportedException(layer.Neuron.ToString()),
            },
        }, scale[0] * worth);
    }

    private int Round(double weight, double scale) => (int)Math.Clamp(Math.Round(weight * scale), -_largestWeight, _largestWeight);

    // Fewer bits round more: there a smaller range of weights, whose largest are clipped, may do less harm.
    private double Scale(SpikingLayer layer, IReadOnlyList<SynapseTable.Entry> synapses, int channel)
    {
        double largest = synapses.Select(entry => Math.Abs(entry.Weight)).DefaultIfEmpty().Max();
        double reach = Reach(layer, channel);
        if (largest == 0)
            return reach == 0 ? 1 : arithmetic.MaximumPotential / Headroom / reach / LargestWorth;
        double full = _largestWeight / largest;
        double best = Enumerable.Range(0, 25).Select(step => full * (1 + step * 0.04)).MinBy(scale => Error(synapses, scale));
        return reach == 0 ? best : Math.Min(best, arithmetic.MaximumPotential / Headroom / reach);
    }

    // Expected squared error of the current of a step, of spikes that come independently at their rates.
    private double Error(IReadOnlyList<SynapseTable.Entry> synapses, double scale)
    {
        double mean = 0, variance = 0;
        foreach (SynapseTable.Entry entry in synapses)
        {
            double error = Round(entry.Weight, scale) / scale - entry.Weight;
            mean += error * entry.Rate;
            variance += error * error * Math.Max(entry.Rate, 1e-6);
        }
        return mean * mean + variance;
    }

    // The largest of the values that a potential is compared with.
    private static double Reach(SpikingLayer layer, int channel)
    {
        Membrane membrane = Membrane.Of(layer.Neuron)!;
        IEnumerable<Tensor?> tensors =
            [layer.Neuron is SpikingNeuron ? layer.Threshold : null, layer.InitialPotential, (layer.Neuron as HeterogeneousNeuron)?.ResetValue, membrane.Drive, membrane.Floor];
        return tensors.OfType<Float32Tensor>().Max(tensor =>
            Enumerable.Range(0, layer.Neurons / layer.Channels).Max(place => Math.Abs((double)tensor.Values[(place * layer.Channels + channel) % tensor.Count])));
    }

    // Spikes count as much as leaves room: thresholds and biases are then as fine as can be.
    private int Worth(SpikingLayer layer, double[] scale)
    {
        double reach = Enumerable.Range(0, layer.Channels).Max(channel => Reach(layer, channel) * scale[channel]);
        int worth = LargestWorth;
        while (worth > 1 && (worth * reach > arithmetic.MaximumPotential / Headroom || worth * Current(layer, scale) > FixedPointArithmetic.CurrentLimit / 2.0))
            worth /= 2;
        return worth;
    }

    private static double Current(SpikingLayer layer, double[] scale)
    {
        double bias = ((Float32Tensor)layer.Bias).Values.Max(value => Math.Abs((double)value)) * scale.Max();
        return bias + layer.Projections.Sum(projection => (double)projection.Connection.Inputs * (projection.Pooling?.Window.Taps ?? 1) * sbyte.MaxValue);
    }

    private IntegerTensor Scaled(SpikingLayer layer, Tensor tensor, double[] scale, int worth)
    {
        EquatableArray<float> values = ((Float32Tensor)tensor).Values;
        int count = values.Count == 1 && scale.Distinct().Count() > 1 ? scale.Length : values.Count;
        return new IntegerTensor(TensorShape.Of(count), 32, Enumerable.Range(0, count).Select(j =>
        {
            double value = Math.Round(values[j % values.Count] * scale[j % scale.Length] * worth);
            return Math.Abs(value) <= arithmetic.MaximumPotential ? (int)value : throw new ConversionException(DiagnosticDescriptors.NotRepresentable, modelFile,
                $"layer '{layer.Name}': a threshold, bias or potential is too large for its weights in potentials of {arithmetic.PotentialBits} bits; choose Weights Float32");
        }).ToEquatableArray());
    }

    private static Membrane Quantized(Membrane membrane, Func<Tensor, IntegerTensor> values)
    {
        return new Membrane(membrane.SynapticLeak is null ? null : Mantissas(membrane.SynapticLeak), Mantissas(membrane.Leak), membrane.Drive is null ? null : values(membrane.Drive))
        {
            Floor = membrane.Floor is null ? null : values(membrane.Floor),
        };

        static IntegerTensor Mantissas(Tensor leak) => new(
            leak.Shape, 32, ((Float32Tensor)leak).Values.Select(value => (int)Math.Round((double)value * LeakUnit)).ToEquatableArray());
    }
}
