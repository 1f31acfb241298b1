using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// How the weights of a layer are distributed, as they were solved and as they were written in the target's numbers. Both in
/// thresholds a spike; of a readout that integrates, in the units of the ANN.
/// </summary>
/// <param name="Largest">The largest magnitude: the histograms go from −Largest to Largest in bins of equal width.</param>
/// <param name="Solved">Weights a bin before.</param>
/// <param name="Written">Weights a bin after.</param>
/// <param name="Change">Root mean square difference of both.</param>
/// <param name="Zeros">Share of the written weights that are 0.</param>
public sealed record WeightSpread(double Largest, EquatableArray<long> Solved, EquatableArray<long> Written, double Change, double Zeros)
{
    /// <summary>Bins of a histogram; odd, so that 0 has one.</summary>
    public const int Bins = 41;

    /// <summary>The spread of one layer.</summary>
    /// <param name="solved">The layer in single precision.</param>
    /// <param name="written">The same layer in the target's numbers.</param>
    /// <param name="potentialUnit">Potential of a readout that stands for 1 in the units of the ANN.</param>
    internal static WeightSpread Of(SpikingLayer solved, SpikingLayer written, double potentialUnit)
    {
        double[] before = [.. Values(solved, 1)], after = [.. Values(written, potentialUnit)];
        double largest = Math.Max(before.Select(Math.Abs).Max(), after.Select(Math.Abs).Max());
        double squares = before.Zip(after, (a, b) => (a - b) * (a - b)).Sum();
        return new WeightSpread(
            largest, Histogram(before, largest), Histogram(after, largest), Math.Sqrt(squares / before.Length), (double)after.Count(w => w == 0) / after.Length);
    }

    private static EquatableArray<long> Histogram(double[] values, double largest)
    {
        var counts = new long[Bins];
        foreach (double value in values)
            counts[largest == 0 ? Bins / 2 : Math.Clamp((int)((value / largest + 1) / 2 * Bins), 0, Bins - 1)]++;
        return new EquatableArray<long>(counts);
    }

    private static IEnumerable<double> Values(SpikingLayer layer, double potentialUnit)
    {
        double[] thresholds = layer.Neuron is SpikingNeuron ? [.. Numbers(layer.Threshold)] : [potentialUnit];
        foreach (Projection projection in layer.Projections)
        {
            double worth = WorthOf(projection, layer.Neuron);
            int k = 0;
            foreach (double weight in Numbers(projection.Connection.Weights))
                yield return weight * worth / thresholds[Channel(projection.Connection, k++) % thresholds.Length];
        }
    }

    // What a weight of 1 adds to the potential at a spike, in the unit of the threshold.
    private static double WorthOf(Projection projection, NeuronModel neuron) => neuron switch
    {
        _ when projection.Connection.Weights is Float32Tensor => 1,
        LoihiNeuron n when projection.IsAnalog => projection.SpikeWorth * Math.Pow(2, n.BiasExponent - n.InputShift - LoihiNeuron.Alignment),
        LoihiNeuron n => Math.Pow(2, n.WeightExponent),
        _ => projection.SpikeWorth,
    };

    private static int Channel(Connection connection, int k) => connection is ConvolutionConnection c
        ? c.FirstOutput(k / (c.Window.Taps * c.FanOut)) + (k % c.FanOut)
        : k % connection.Outputs;

    private static IEnumerable<double> Numbers(Tensor tensor) => tensor is IntegerTensor integers
        ? integers.Values.Select(value => (double)value)
        : ((Float32Tensor)tensor).Values.Select(value => (double)value);
}
