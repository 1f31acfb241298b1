using SnnGen.Conversion.Analog;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Quantization;

/// <summary>The factor of each channel that makes integers of its weights (docs/mathematics.md, eq. 10).</summary>
/// <param name="Factor">s, one a channel.</param>
/// <param name="Unit">f, integers of one threshold per s: what the layer's input spikes count.</param>
internal sealed record ChannelScales(double[] Factor, int Unit)
{
    // Thresholds stay this far below the largest potential, so that currents of many thresholds still fit.
    private const double LargestThreshold = 1 << 24;
    private const double LargestShare = 1.0 / 2;

    // A potential that wraps must have room for what it collects below zero: it would come in again above its threshold.
    private const double LargestWrappingShare = 1.0 / 32;

    // Coarse weights have small thresholds: without this, rounding them and the biases would cost more than the weights.
    private const int CoarseWorth = 64;
    private const int CoarseBits = 7;

    /// <summary>What one spike of a projection's source counts.</summary>
    public static int SpikeWorth(AnalogProjection projection, FixedPointArithmetic arithmetic) =>
        projection.Source == Projection.NetworkInput ? InputEncoder.FullScale
        : arithmetic.WeightBits <= CoarseBits ? CoarseWorth : 1;

    /// <summary>Chooses the factors so that each channel uses the whole range of its weights and no current overflows.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="arithmetic">The numbers.</param>
    /// <param name="threshold">θ in the units of the layer's currents.</param>
    public static ChannelScales Choose(AnalogLayer layer, FixedPointArithmetic arithmetic, double threshold)
    {
        int channels = layer.Channels, unit = layer.Projections.Min(projection => SpikeWorth(projection, arithmetic));
        var largest = new double[channels];
        var current = new double[channels];
        var rounding = new double[channels];
        foreach (AnalogProjection projection in layer.Projections)
            Measure(projection, SpikeWorth(projection, arithmetic), unit, largest, current, rounding);
        double[] bias = LargestBias(layer);
        double share = arithmetic.Overflow == PotentialOverflow.Wrap ? LargestWrappingShare : LargestShare;
        double largestThreshold = Math.Min(LargestThreshold, share * arithmetic.MaximumPotential);
        return new ChannelScales([.. Enumerable.Range(0, channels).Select(c =>
        {
            double range = largest[c] > 0 ? arithmetic.MaximumWeight / largest[c] : double.PositiveInfinity;
            double reach = (current[c] + bias[c]) * unit;
            double room = FixedPointArithmetic.CurrentLimit - rounding[c] - 1;
            double limit = reach > 0 ? Math.Max(0, room / reach) : double.PositiveInfinity;
            return Math.Min(Math.Min(range, largestThreshold / (unit * threshold)), limit);
        })], unit);
    }

    // Largest weight, Σ |w| with every input at its largest, and what rounding each weight may add to that.
    private static void Measure(
        AnalogProjection projection, int worth, int unit, double[] largest, double[] current, double[] rounding)
    {
        WeightLayout layout = WeightLayout.Of(projection.Connection);
        double inputs = projection.Pooling?.Taps ?? 1, relative = (double)unit / worth;
        for (int k = 0; k < layout.Values.Length; k++)
        {
            int channel = layout.Channel(k, largest.Length);
            double magnitude = Math.Abs(layout.Values[k]);
            largest[channel] = Math.Max(largest[channel], magnitude * relative);
            current[channel] += magnitude * inputs;
            rounding[channel] += 0.5 * inputs * worth;
        }
    }

    private static double[] LargestBias(AnalogLayer layer)
    {
        var largest = new double[layer.Channels];
        for (int j = 0; j < layer.Bias.Length; j++)
            largest[j % largest.Length] = Math.Max(largest[j % largest.Length], Math.Abs(layer.Bias[j]));
        return largest;
    }
}
