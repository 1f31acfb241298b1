using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// In terms of the currents: an error e of weight i changes those of the N samples by e x_i; the weights after it make up
/// for that best by w_k ← w_k + e x_k · M x_i, with M = (Nδ I + Σ x_k x_kᵀ)⁻¹ over the k after i (Woodbury). What all errors
/// ask of a weight is one vector of N numbers. n N² operations once, 2 n N a neuron.
/// </summary>
internal sealed class SampleCompensation : ErrorCompensation
{
    private readonly double[][] _answers;

    public SampleCompensation(RateMatrix rates)
        : base(rates)
    {
        double[][] m = [.. Enumerable.Range(0, rates.Samples).Select(_ => new double[rates.Samples])];
        for (int i = 0; i < m.Length; i++)
            m[i][i] = 1 / (rates.Samples * Damping);
        _answers = new double[rates.Inputs][];
        for (int k = rates.Inputs - 1; k >= 0; k--)
        {
            SparseVector x = rates.Column(Order[k]);
            double[] answer = _answers[k] = new double[rates.Samples];
            for (int s = 0; s < x.Indices.Length; s++)
                DenseVector.AddScaled(answer, m[x.Indices[s]], x.Values[s]);
            // Sherman and Morrison: M with one more input.
            double scale = 1 / (1 + x.Dot(answer));
            for (int i = 0; i < m.Length; i++)
                DenseVector.AddScaled(m[i], answer, -scale * answer[i]);
        }
    }

    /// <inheritdoc/>
    public override int[] Round(double[] weights, double step, WeightGrid grid)
    {
        var asked = new double[Rates.Samples];
        var integers = new int[weights.Length];
        for (int k = 0; k < weights.Length; k++)
        {
            int input = Order[k];
            double w = weights[input] + Rates.Column(input).Dot(asked);
            int q = integers[input] = grid.Round(w / step, weights[input]);
            DenseVector.AddScaled(asked, _answers[k], w - q * step);
        }
        return integers;
    }
}
