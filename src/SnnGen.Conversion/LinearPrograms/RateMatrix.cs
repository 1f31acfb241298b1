using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms;

/// <summary>
/// X, N × n: what each input of a layer contributed on each calibration sample, 0…1 (rates of the spiking layer
/// before, or analog inputs). Mostly zeros, so kept by row and by column, zeros left out.
/// </summary>
public sealed class RateMatrix
{
    private readonly SparseVector[] _rows, _columns;

    /// <summary>Keeps the nonzero entries of a dense matrix.</summary>
    /// <param name="samples">N.</param>
    /// <param name="inputs">n.</param>
    /// <param name="value">x_ij of sample i and input j.</param>
    public RateMatrix(int samples, int inputs, Func<int, int, double> value)
    {
        _rows = new SparseVector[samples];
        var columnIndices = new List<int>[inputs];
        var columnValues = new List<double>[inputs];
        for (int j = 0; j < inputs; j++)
            (columnIndices[j], columnValues[j]) = ([], []);

        double sum = 0;
        var indices = new List<int>();
        var values = new List<double>();
        for (int i = 0; i < samples; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                double x = value(i, j);
                if (x == 0)
                    continue;
                indices.Add(j);
                values.Add(x);
                columnIndices[j].Add(i);
                columnValues[j].Add(x);
                sum += Math.Abs(x);
            }
            _rows[i] = new SparseVector([.. indices], [.. values]);
            indices.Clear();
            values.Clear();
        }
        _columns = [.. columnIndices.Zip(columnValues, (i, v) => new SparseVector([.. i], [.. v]))];
        MeanMagnitude = sum / samples / inputs;
    }

    /// <summary>N.</summary>
    public int Samples => _rows.Length;

    /// <summary>n.</summary>
    public int Inputs => _columns.Length;

    /// <summary>Mean of |x_ij| over all entries, zeros included.</summary>
    public double MeanMagnitude { get; }

    /// <summary>Nonzero entries of one sample.</summary>
    public SparseVector Row(int sample) => _rows[sample];

    /// <summary>Nonzero entries of one input.</summary>
    public SparseVector Column(int input) => _columns[input];

    /// <summary>X as a dense matrix.</summary>
    public Matrix<double> ToDense()
    {
        var dense = Matrix<double>.Build.Dense(Samples, Inputs);
        for (int i = 0; i < Samples; i++)
        {
            SparseVector row = _rows[i];
            for (int k = 0; k < row.Indices.Length; k++)
                dense[i, row.Indices[k]] = row.Values[k];
        }
        return dense;
    }
}

/// <summary>The nonzero entries of a vector, by ascending index.</summary>
/// <param name="Indices">Where.</param>
/// <param name="Values">What.</param>
public readonly record struct SparseVector(int[] Indices, double[] Values)
{
    /// <summary>Inner product with a dense vector.</summary>
    public double Dot(ReadOnlySpan<double> dense)
    {
        double sum = 0;
        for (int k = 0; k < Indices.Length; k++)
            sum += Values[k] * dense[Indices[k]];
        return sum;
    }

    /// <summary>dense += factor · this.</summary>
    public void AddTo(Span<double> dense, double factor)
    {
        for (int k = 0; k < Indices.Length; k++)
            dense[Indices[k]] += factor * Values[k];
    }

    /// <summary>The entry at <paramref name="index"/>, zero where none is stored.</summary>
    public double At(int index)
    {
        int found = Array.BinarySearch(Indices, index);
        return found < 0 ? 0 : Values[found];
    }
}
