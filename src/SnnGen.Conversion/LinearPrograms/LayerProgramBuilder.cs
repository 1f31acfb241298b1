using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.TuningCurves;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>States the linear programs of one layer, from what the layers before it really produce.</summary>
public sealed class LayerProgramBuilder(NeuronModel neuron, int timeSteps, double anchor)
{
    // A bounded activation this close to an end of its range may as well be at the end.
    private const double BoundedMargin = 0.02;

    private readonly TuningCurve _curve = TuningCurveRecorder.Record(neuron, timeSteps);

    /// <summary>The program of <paramref name="layer"/>.</summary>
    /// <param name="layer">The calibrated layer.</param>
    /// <param name="inputCode">Rate code of the layer before, or of the input.</param>
    /// <param name="rates">X, what the converted layers before it produce.</param>
    public LayerProgram Build(CalibratedLayer layer, RateCode inputCode, RateMatrix rates)
    {
        // In terms of rates x = α r + γ:  u = r (diag(α) W) + (b + γ W).
        Matrix<double> weights = layer.Layer.Weights.MapIndexed((i, _, w) => inputCode.Scale[i] * w, Zeros.Include);
        Vector<double> bias = layer.Layer.Bias + layer.Layer.Weights.LeftMultiply(Vector<double>.Build.Dense(inputCode.Offset));
        double price = Math.Max(anchor * rates.MeanMagnitude, double.Epsilon);
        return layer.Code is { } code
            ? Hidden(layer, code, rates, weights, bias, price)
            : Readout(layer, rates, weights, bias, price);
    }

    // The readout's mean current is the logit itself.
    private static LayerProgram Readout(
        CalibratedLayer layer, RateMatrix rates, Matrix<double> weights, Vector<double> bias, double price) => new(
        layer.Layer.Name, rates, weights, bias, layer.Preactivations,
        new TargetSide[rates.Samples * weights.ColumnCount], price);

    private LayerProgram Hidden(
        CalibratedLayer layer, RateCode code, RateMatrix rates, Matrix<double> weights, Vector<double> bias, double price)
    {
        Matrix<double> u = layer.Preactivations;
        bool isRelu = layer.Layer.Activation is Relu;
        double[] unit = isRelu ? code.Scale : [.. Enumerable.Repeat(1.0, u.ColumnCount)];
        Matrix<double> r = u.MapIndexed(
            (_, j, value) => Math.Clamp(code.Rate(layer.Layer.Activation.Apply(value), j), 0, 1), Zeros.Include);
        PriorFit fit = Fit(u.MapIndexed((_, j, value) => value / unit[j], Zeros.Include), r, isRelu);

        double low = isRelu ? 0 : BoundedMargin, high = 1 - low;
        var sides = new TargetSide[u.RowCount * u.ColumnCount];
        Matrix<double> targets = r.MapIndexed((i, j, rate) =>
        {
            sides[i * u.ColumnCount + j] = rate <= low ? TargetSide.AtMost : rate >= high ? TargetSide.AtLeast : TargetSide.Equal;
            return _curve.Inverse(Math.Clamp(rate, low, high));
        }, Zeros.Include);
        return new LayerProgram(
            layer.Layer.Name, rates,
            weights.MapIndexed((_, j, w) => fit.Gain * w / unit[j], Zeros.Include),
            bias.MapIndexed((j, b) => fit.Gain * b / unit[j] + fit.Shift, Zeros.Include),
            targets, sides, price);
    }

    private PriorFit Fit(Matrix<double> u, Matrix<double> r, bool isRelu)
    {
        // An IF neuron that resets by subtraction has g(I) = I up to rounding: nothing to fit for ReLU.
        if (isRelu && neuron is IntegrateAndFire { Reset: ResetMode.Subtract })
            return new PriorFit(1, 0);
        double middle = _curve.Inverse(0.5), range = _curve.Inverse(1) - _curve.Inverse(0);
        PriorFit start = isRelu ? new PriorFit(range, _curve.Inverse(0)) : new PriorFit(range / 4, middle);
        return PriorFit.Search(u.ToRowMajorArray(), r.ToRowMajorArray(), _curve, start);
    }
}
