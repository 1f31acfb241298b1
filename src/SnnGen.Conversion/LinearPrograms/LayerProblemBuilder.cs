using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Assembly;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>States the linear programs of one layer, from what the layers before it really produce.</summary>
public sealed class LayerProblemBuilder(SpikingNeuron neuron, TuningCurve curve, double anchor)
{
    /// <summary>The programs of <paramref name="layer"/>.</summary>
    /// <param name="layer">The calibrated layer.</param>
    /// <param name="codeOf">Rate code of a source, one entry a channel.</param>
    /// <param name="rates">What the sources really fire.</param>
    public LayerProblem Build(CalibratedLayer layer, Func<int, RateCode> codeOf, ISourceRates rates)
    {
        AnalogLayer inRates = RateUnits.Convert(layer.Layer, codeOf);
        TargetCurrents targets = layer.Code is { } code
            ? TargetCurrents.Hidden(layer, code, neuron, curve)
            : TargetCurrents.Readout(layer);
        AnalogLayer prior = targets.Scale(inRates);
        var synapses = new FreeSynapses(prior);
        ImmutableArray<SparseVector[]> rows = Rows(layer, prior, synapses, rates, out Matrix<double> offsets);

        int perGroup = prior.Channels / synapses.Groups;
        return new LayerProblem(prior, [.. Enumerable.Range(0, synapses.Groups).Select(group =>
        {
            Matrix<double> weights = synapses.Weights(prior, group);
            var x = new RateMatrix(weights.RowCount, rows[group]);
            return new LayerProgram(
                prior.Name, x, weights, Vector<double>.Build.Dense(perGroup),
                Columns(targets.Currents, group), Sides(targets, prior.Channels, group, perGroup),
                Columns(offsets, group), Math.Max(anchor * x.MeanMagnitude, double.Epsilon));
        })], synapses);

        Matrix<double> Columns(Matrix<double> matrix, int group) =>
            matrix.SubMatrix(0, matrix.RowCount, group * perGroup, perGroup);
    }

    private static TargetSide[] Sides(TargetCurrents targets, int channels, int group, int perGroup) =>
        [.. Enumerable.Range(0, targets.Currents.RowCount).SelectMany(
            spot => targets.Sides.AsSpan(spot * channels + group * perGroup, perGroup).ToArray())];

    // X of every group; the offsets hold the bias and the currents of the synapses that stay as they are.
    private static ImmutableArray<SparseVector[]> Rows(
        CalibratedLayer layer, AnalogLayer prior, FreeSynapses synapses, ISourceRates rates, out Matrix<double> offsets)
    {
        var rows = new SparseVector[synapses.Groups][];
        for (int group = 0; group < rows.Length; group++)
            rows[group] = new SparseVector[layer.Spots.Length];
        var constant = Matrix<double>.Build.Dense(layer.Spots.Length, prior.Channels);
        (int Start, int End)[] samples = [.. Runs(layer.Spots)];
        Parallel.For(0, samples.Length, k =>
        {
            (int start, int end) = samples[k];
            int sample = layer.Spots[start].Sample;
            var inputs = new double[prior.Projections.Length][];
            for (int p = 0; p < inputs.Length; p++)
            {
                AnalogProjection projection = prior.Projections[p];
                double[] fired = rates.Of(projection.Source, sample);
                inputs[p] = projection.Pooling is { } window ? WindowOperations.Sum(window, projection.Order, fired) : fired;
            }
            double[] fixedCurrents = FixedCurrents(prior, synapses, p => rates.Of(prior.Projections[p].Source, sample));
            for (int spot = start; spot < end; spot++)
            {
                for (int group = 0; group < rows.Length; group++)
                    rows[group][spot] = synapses.Row(prior, group, layer.Spots[spot], p => inputs[p]);
                for (int c = 0; c < prior.Channels; c++)
                {
                    int unit = layer.Spots[spot].Place * prior.Channels + c;
                    constant[spot, c] = prior.BiasOf(unit) + (fixedCurrents.Length > 0 ? fixedCurrents[unit] : 0);
                }
            }
        });
        offsets = constant;
        return [.. rows];
    }

    private static double[] FixedCurrents(AnalogLayer prior, FreeSynapses synapses, Func<int, double[]> ratesOf)
    {
        Vector<double>? sum = null;
        for (int p = 0; p < prior.Projections.Length; p++)
        {
            if (synapses.IsFree(p))
                continue;
            Vector<double> part = AnalogForward.Apply(
                prior.Projections[p], Matrix<double>.Build.DenseOfRowArrays(ratesOf(p))).Row(0);
            sum = sum is null ? part : sum + part;
        }
        return sum?.ToArray() ?? [];
    }

    private static IEnumerable<(int Start, int End)> Runs(ImmutableArray<Spot> spots)
    {
        for (int start = 0, end; start < spots.Length; start = end)
        {
            for (end = start + 1; end < spots.Length && spots[end].Sample == spots[start].Sample; end++)
            {
            }
            yield return (start, end);
        }
    }
}
