using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// In terms of the weights: with H⁻¹ = UᵀU in the order of rounding, w_k ← w_k − (w_i − q_i) U_ik / U_ii for k after i.
/// n³ operations once, n²/2 a neuron.
/// </summary>
internal sealed class InputCompensation : ErrorCompensation
{
    private readonly double[][] _rows;

    public InputCompensation(RateMatrix rates)
        : base(rates)
    {
        Matrix<double> x = rates.ToDense();
        Matrix<double> energy = x.TransposeThisAndMultiply(x) / rates.Samples;
        Matrix<double> ordered = Matrix<double>.Build.Dense(
            rates.Inputs, rates.Inputs, (i, j) => energy[Order[i], Order[j]] + (i == j ? Damping : 0));
        // The inverse is symmetric but for rounding; Cholesky gives L with L Lᵀ = H⁻¹, and U = Lᵀ.
        Matrix<double> inverse = ordered.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(rates.Inputs));
        Matrix<double> factor = ((inverse + inverse.Transpose()) / 2).Cholesky().Factor;
        _rows = [.. Enumerable.Range(0, rates.Inputs).Select(i => factor.Column(i).ToArray())];
    }

    /// <inheritdoc/>
    public override int[] Round(double[] weights, double step, WeightGrid grid)
    {
        double[] rest = [.. Order.Select(i => weights[i])];
        var integers = new int[weights.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            int q = grid.Round(rest[i] / step, weights[Order[i]]);
            integers[Order[i]] = q;
            double error = (rest[i] - q * step) / _rows[i][i];
            DenseVector.AddScaled(rest.AsSpan(i + 1), _rows[i].AsSpan(i + 1), -error);
        }
        return integers;
    }
}
