using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>The currents that a layer's neurons need, and what the ANN's preactivations are worth in them.</summary>
/// <param name="Currents">κ, P × channels, in units of the threshold a step.</param>
/// <param name="Sides">P × channels, row-major: on which sides a residual costs.</param>
/// <param name="Gain">Current of one unit of preactivation, one a channel.</param>
/// <param name="Shift">Current at preactivation 0, likewise.</param>
internal sealed record TargetCurrents(Matrix<double> Currents, TargetSide[] Sides, double[] Gain, double[] Shift)
{
    // A bounded activation this close to an end of its range may as well be at the end.
    private const double BoundedMargin = 0.02;

    /// <summary>The readout's mean current is the logit itself.</summary>
    public static TargetCurrents Readout(CalibratedLayer layer) => new(
        layer.Preactivations, new TargetSide[layer.Preactivations.RowCount * layer.Layer.Channels],
        [.. Enumerable.Repeat(1.0, layer.Layer.Channels)], new double[layer.Layer.Channels]);

    /// <summary>Currents that give the rates of the code.</summary>
    public static TargetCurrents Hidden(CalibratedLayer layer, RateCode code, SpikingNeuron neuron, TuningCurve curve)
    {
        Matrix<double> u = layer.Preactivations;
        Activation activation = layer.Layer.Activation;
        bool isBounded = activation is Tanh or Sigmoid;
        // The preactivation in units in which a linear activation is its own rate.
        RateCode unit = isBounded ? RateCode.Uniform(u.ColumnCount, 1, 0) : code;
        Matrix<double> r = u.MapIndexed((_, j, value) => Math.Clamp(code.Rate(activation.Apply(value), j), 0, 1), Zeros.Include);
        PriorFit fit = Fit(u.MapIndexed((_, j, value) => unit.Rate(value, j), Zeros.Include), r, activation, neuron, curve);
        double low = isBounded ? BoundedMargin : 0, high = 1 - low;
        var sides = new TargetSide[u.RowCount * u.ColumnCount];
        Matrix<double> currents = r.MapIndexed((i, j, rate) =>
        {
            sides[i * u.ColumnCount + j] = rate <= low ? TargetSide.AtMost : rate >= high ? TargetSide.AtLeast : TargetSide.Equal;
            return curve.Inverse(Math.Clamp(rate, low, high));
        }, Zeros.Include);
        double[] gain = [.. unit.Scale.Select(scale => fit.Gain / scale)];
        return new TargetCurrents(currents, sides, gain, [.. gain.Select((g, j) => fit.Shift - g * unit.Offset[j])]);
    }

    /// <summary>The prior (docs/mathematics.md, eq. 6): a layer over rates, in units of the threshold.</summary>
    public AnalogLayer Scale(AnalogLayer layer) => layer with
    {
        Projections = [.. layer.Projections.Select(projection => projection with { Connection = Scale(projection.Connection) })],
        Bias = [.. layer.Bias.Select((b, j) => b * Gain[j % Gain.Length] + Shift[j % Shift.Length])],
    };

    private AnalogConnection Scale(AnalogConnection connection)
    {
        if (connection is not AnalogConvolution convolution)
            return new AnalogDense(((AnalogDense)connection).Weights.MapIndexed((_, j, w) => w * Gain[j % Gain.Length], Zeros.Include));
        int perGroup = Gain.Length / convolution.Groups;
        return convolution with
        {
            Kernels = [.. convolution.Kernels.Select((kernel, group) => kernel.MapIndexed(
                (_, k, w) => w * Gain[group * perGroup + k], Zeros.Include))],
        };
    }

    private static PriorFit Fit(Matrix<double> u, Matrix<double> r, Activation activation, SpikingNeuron neuron, TuningCurve curve)
    {
        // An IF neuron that resets by subtraction has g(I) = I up to rounding: nothing to fit where φ is linear between its ends.
        if (activation is Relu or Identity && neuron is IntegrateAndFire { Reset: ResetMode.Subtract, Refractory: 0 })
            return new PriorFit(1, 0);
        double middle = curve.Inverse(0.5), range = curve.Inverse(1) - curve.Inverse(0);
        PriorFit start = activation is Tanh or Sigmoid ? new PriorFit(range / 4, middle) : new PriorFit(range, curve.Inverse(0));
        return PriorFit.Search(u.ToRowMajorArray(), r.ToRowMajorArray(), curve, start);
    }
}
