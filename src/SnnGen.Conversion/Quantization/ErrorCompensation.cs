using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// Rounds one weight at a time, in order of decreasing input energy, and lets the weights not yet rounded absorb its
/// error: with H = XᵀX/N + δI and H⁻¹ = UᵀU in that order, w_k ← w_k − (w_i − q_i) U_ik / U_ii for k after i (optimal
/// brain surgeon; Frantar et al. 2022, arXiv 2210.17323).
/// </summary>
internal sealed class ErrorCompensation
{
    // Relative to the mean energy of an input.
    private const double Damping = 0.1;

    private readonly int[] _order;
    private readonly double[][] _rows;

    public ErrorCompensation(RateMatrix rates)
    {
        Matrix<double> x = rates.ToDense();
        Matrix<double> energy = x.TransposeThisAndMultiply(x) / rates.Samples;
        double[] diagonal = energy.Diagonal().ToArray();
        double damping = Math.Max(Damping * diagonal.Average(), 1e-12);
        _order = [.. Enumerable.Range(0, rates.Inputs).OrderByDescending(i => diagonal[i]).ThenBy(i => i)];
        Matrix<double> ordered = Matrix<double>.Build.Dense(
            rates.Inputs, rates.Inputs, (i, j) => energy[_order[i], _order[j]] + (i == j ? damping : 0));
        // The inverse is symmetric but for rounding; Cholesky gives L with L Lᵀ = H⁻¹, and U = Lᵀ.
        Matrix<double> inverse = ordered.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(rates.Inputs));
        Matrix<double> factor = ((inverse + inverse.Transpose()) / 2).Cholesky().Factor;
        _rows = [.. Enumerable.Range(0, rates.Inputs).Select(i => factor.Column(i).ToArray())];
    }

    /// <summary>Integers q of the grid with <paramref name="step"/> · q near w as far as the currents go.</summary>
    public int[] Round(double[] weights, double step, WeightGrid grid)
    {
        double[] rest = [.. _order.Select(i => weights[i])];
        var integers = new int[weights.Length];
        for (int i = 0; i < rest.Length; i++)
        {
            int q = grid.Round(rest[i] / step, weights[_order[i]]);
            integers[_order[i]] = q;
            double[] row = _rows[i];
            double error = (rest[i] - q * step) / row[i];
            for (int k = i + 1; k < rest.Length; k++)
                rest[k] -= error * row[k];
        }
        return integers;
    }
}
