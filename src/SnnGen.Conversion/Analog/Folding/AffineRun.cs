using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// Several affine steps in a row as one: x ↦ x W + b, with W held as a diagonal for as long as no step brought a matrix.
/// </summary>
internal sealed class AffineRun
{
    private readonly string _name;
    private readonly Matrix<double>? _weights;
    private readonly Vector<double> _scale;
    private readonly Vector<double> _bias;

    private AffineRun(string name, Matrix<double>? weights, Vector<double> scale, Vector<double> bias) =>
        (_name, _weights, _scale, _bias) = (name, weights, scale, bias);

    /// <summary>A run of one step that scales and shifts.</summary>
    public static AffineRun Of(ScaleShiftStep step) => new(step.Name, null, step.Scale, step.Shift);

    /// <summary>A run of one step with a matrix.</summary>
    public static AffineRun Of(AffineStep step) => new(step.Name, step.Weights, step.Bias, step.Bias);

    /// <summary>Number of outputs.</summary>
    public int Outputs => _bias.Count;

    /// <summary>Number of inputs.</summary>
    public int Inputs => _weights?.RowCount ?? _scale.Count;

    /// <summary>((x W + b) ∘ s + t) = x (W diag s) + (b ∘ s + t).</summary>
    public AffineRun Then(ScaleShiftStep step)
    {
        Vector<double> bias = _bias.PointwiseMultiply(step.Scale) + step.Shift;
        return _weights is null
            ? new AffineRun(_name, null, _scale.PointwiseMultiply(step.Scale), bias)
            : new AffineRun(_name, ScaleColumns(_weights, step.Scale), bias, bias);
    }

    /// <summary>((x W + b) V + c) = x (W V) + (b V + c).</summary>
    public AffineRun Then(AffineStep step)
    {
        Vector<double> bias = step.Weights.LeftMultiply(_bias) + step.Bias;
        Matrix<double> weights = _weights is null ? ScaleRows(step.Weights, _scale) : _weights * step.Weights;
        return new AffineRun(step.Name, weights, bias, bias);
    }

    /// <summary>The layer that computes this run and then φ.</summary>
    public AnalogLayer ToLayer(Activation activation) => new(
        _name, _weights ?? Matrix<double>.Build.DenseOfDiagonalVector(_scale), _bias, activation);

    private static Matrix<double> ScaleColumns(Matrix<double> matrix, Vector<double> scale) =>
        matrix.MapIndexed((_, column, value) => value * scale[column], Zeros.Include);

    private static Matrix<double> ScaleRows(Matrix<double> matrix, Vector<double> scale) =>
        matrix.MapIndexed((row, _, value) => value * scale[row], Zeros.Include);
}
