using SnnGen.Conversion.Analog;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>The factor of each channel that makes Loihi's integers of its weights, and the exponents of a layer.</summary>
internal sealed class LoihiScales
{
    private const double LargestState = LoihiNeuron.StateLimit - 1;

    // Thresholds take at most half of a potential's range, and where exponents allow it a sixteenth, for what is far below zero.
    private const double LargestThreshold = 1 << 16;
    private const double ComfortableThreshold = 1 << 13;

    // What one inference of the calibration inputs reaches, others may exceed.
    private const double Margin = 2;

    private static readonly double s_largestBias = Math.ScaleB(LoihiNeuron.LargestBias, LoihiNeuron.LargestExponent);

    private readonly int _largestWeight;
    private readonly double _headroom;
    private readonly double[] _weight, _sum, _bias;

    /// <param name="layer">Weights and biases in units of the threshold.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="bits">Bits of the levels that weights may have, no more than those of the numbers.</param>
    /// <param name="biasGain">What a bias must be multiplied by, since it does not pass the synapse.</param>
    public LoihiScales(AnalogLayer layer, FixedPointArithmetic arithmetic, int bits, double biasGain)
    {
        Cleared = LoihiWeights.ClearedBits(arithmetic.WeightBits, LoihiSignMode.Mixed);
        BiasGain = biasGain;
        _largestWeight = (1 << (bits - 1)) - 1;
        _headroom = bits < arithmetic.WeightBits ? GridRounding.LargestFactor : 1;
        (_weight, _sum, _bias) = (new double[layer.Channels], new double[layer.Channels], new double[layer.Channels]);
        foreach (AnalogProjection projection in layer.Projections)
            Measure(WeightLayout.Of(projection.Connection), projection.Pooling?.Taps ?? 1);
        for (int j = 0; j < layer.Bias.Length; j++)
            _bias[j % _bias.Length] = Math.Max(_bias[j % _bias.Length], Math.Abs(layer.Bias[j]) * biasGain);
    }

    /// <summary>n, low bits of a weight that are zero.</summary>
    public int Cleared { get; }

    /// <summary>What a bias is multiplied by.</summary>
    public double BiasGain { get; }

    private double Unit => 1 << Cleared + LoihiNeuron.Alignment;

    /// <summary>Factors of neurons that spikes drive: nothing overflows, whatever the input.</summary>
    /// <param name="synapticLeak">α; a current can become 1 / (1 − α) times the sum of a step.</param>
    public double[] OfSynapses(double synapticLeak) => Factors(c => Least(
        _largestWeight / _weight[c],
        LargestState * (1 - synapticLeak) / (_sum[c] * Unit), s_largestBias / (_bias[c] * Unit)));

    /// <summary>Factors of neurons that the host drives: every current fits 30 bits there.</summary>
    public double[] OfHost() => Factors(c => Least(
        _largestWeight / _weight[c], FixedPointArithmetic.CurrentLimit / (2 * _sum[c] * (InputEncoder.FullScale << Cleared))));

    /// <summary>Factors of outputs that integrate: nothing overflows on the calibration inputs, nor on any that reach twice as far.</summary>
    /// <param name="reach">The largest potential there, in the units of the layer's currents.</param>
    public double[] OfReadout(double reach) => Factors(c => Least(
        _largestWeight / _weight[c], LargestState / (Margin * reach * Unit),
        FixedPointArithmetic.CurrentLimit / (2 * (_sum[c] + _bias[c]) * Unit), s_largestBias / (_bias[c] * Unit)));

    /// <summary>e: the finer thresholds and biases, the better, as long as all fits.</summary>
    public int WeightExponent(double[] factor, double synapticLeak)
    {
        int exponent = 0;
        while (exponent < LoihiNeuron.LargestExponent && Fits(exponent + 1))
            exponent++;
        return exponent;

        bool Fits(int e) => Enumerable.Range(0, factor.Length).All(c =>
        {
            double scale = factor[c] * (1 << e);
            return scale * (1 << Cleared) <= ComfortableThreshold
                && scale * _sum[c] * Unit <= LargestState * (1 - synapticLeak) && scale * _bias[c] * Unit <= s_largestBias;
        });
    }

    /// <summary>f: the smallest exponent with which all mantissas fit.</summary>
    /// <param name="bias">Biases in the units of potentials.</param>
    public static int BiasExponent(double[] bias)
    {
        int exponent = 0;
        while (exponent < LoihiNeuron.LargestExponent && bias.Max(Math.Abs) > Math.ScaleB(LoihiNeuron.LargestBias, exponent))
            exponent++;
        return exponent;
    }

    /// <summary>
    /// What a constant current that passes the synapse becomes on average over T steps: a bias, which does not pass it, has
    /// the same effect when it is as much larger.
    /// </summary>
    public static double MeanGain(double synapticLeak, int timeSteps)
    {
        double current = 0, sum = 0;
        for (int step = 0; step < timeSteps; step++)
            sum += current = synapticLeak * current + 1;
        return sum / timeSteps;
    }

    /// <summary>The largest mean current on the calibration inputs if all excitation, or all inhibition, came alone.</summary>
    public static double Reach(LayerProblem problem, LayerSolution[] solutions)
    {
        double reach = double.Epsilon;
        for (int group = 0; group < solutions.Length; group++)
        {
            LayerProgram program = problem.Programs[group];
            for (int sample = 0; sample < program.Samples; sample++)
                for (int j = 0; j < program.Neurons; j++)
                    reach = Math.Max(reach, Reach(program, solutions[group], sample, j));
        }
        return reach;
    }

    private static double Reach(LayerProgram program, LayerSolution solution, int sample, int neuron)
    {
        SparseVector rates = program.Rates.Row(sample);
        double constant = program.Offsets[sample, neuron] + solution.Bias[neuron] - program.PriorBias[neuron];
        double excitation = Math.Max(constant, 0), inhibition = Math.Max(-constant, 0);
        for (int k = 0; k < rates.Indices.Length; k++)
        {
            double part = rates.Values[k] * solution.Weights[rates.Indices[k], neuron];
            excitation += Math.Max(part, 0);
            inhibition += Math.Max(-part, 0);
        }
        return Math.Max(excitation, inhibition);
    }

    private void Measure(WeightLayout layout, int taps)
    {
        for (int k = 0; k < layout.Values.Length; k++)
        {
            int channel = layout.Channel(k, _weight.Length);
            double magnitude = Math.Abs(layout.Values[k]);
            _weight[channel] = Math.Max(_weight[channel], magnitude);
            _sum[channel] += magnitude * taps;
        }
    }

    private double[] Factors(Func<int, double> limit) => [.. Enumerable.Range(0, _weight.Length).Select(limit)];

    // A channel without weights and bias has no limit but the largest threshold. Rounding to few levels may still enlarge a factor.
    private double Least(double range, params double[] limits) =>
        Math.Min(range, Math.Min(limits.Min(), LargestThreshold / (1 << Cleared)) / _headroom);
}
