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
        : this(inputs, [.. Enumerable.Range(0, samples).Select(i => SparseVector.Of(inputs, j => value(i, j)))])
    {
    }

    /// <summary>Keeps rows as they are.</summary>
    /// <param name="inputs">n.</param>
    /// <param name="rows">N rows, without zeros.</param>
    public RateMatrix(int inputs, SparseVector[] rows)
    {
        _rows = rows;
        var indices = new List<int>[inputs];
        var values = new List<double>[inputs];
        for (int j = 0; j < inputs; j++)
            (indices[j], values[j]) = ([], []);

        double sum = 0;
        Energies = new double[inputs];
        for (int i = 0; i < rows.Length; i++)
            for (int k = 0; k < rows[i].Indices.Length; k++)
            {
                indices[rows[i].Indices[k]].Add(i);
                values[rows[i].Indices[k]].Add(rows[i].Values[k]);
                sum += Math.Abs(rows[i].Values[k]);
                Energies[rows[i].Indices[k]] += rows[i].Values[k] * rows[i].Values[k];
            }
        _columns = [.. indices.Zip(values, (i, v) => new SparseVector([.. i], [.. v]))];
        MeanMagnitude = sum / rows.Length / inputs;
    }

    /// <summary>N.</summary>
    public int Samples => _rows.Length;

    /// <summary>n.</summary>
    public int Inputs => _columns.Length;

    /// <summary>Mean of |x_ij| over all entries, zeros included.</summary>
    public double MeanMagnitude { get; }

    /// <summary>Σ_i x_ij² of each input j.</summary>
    internal double[] Energies { get; }

    /// <summary>Nonzero entries of one sample.</summary>
    public SparseVector Row(int sample) => _rows[sample];

    /// <summary>Nonzero entries of one input.</summary>
    public SparseVector Column(int input) => _columns[input];

    /// <summary>X with some of its inputs.</summary>
    /// <param name="inputs">Indices of the inputs that stay, ascending.</param>
    public RateMatrix Columns(int[] inputs)
    {
        var position = new int[Inputs];
        Array.Fill(position, -1);
        for (int k = 0; k < inputs.Length; k++)
            position[inputs[k]] = k;
        return new RateMatrix(inputs.Length, [.. _rows.Select(row =>
        {
            int[] kept = [.. Enumerable.Range(0, row.Indices.Length).Where(k => position[row.Indices[k]] >= 0)];
            return new SparseVector([.. kept.Select(k => position[row.Indices[k]])], [.. kept.Select(k => row.Values[k])]);
        })]);
    }

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
    /// <summary>The nonzero ones of <paramref name="length"/> values.</summary>
    public static SparseVector Of(int length, Func<int, double> value)
    {
        var indices = new List<int>();
        var values = new List<double>();
        for (int j = 0; j < length; j++)
        {
            double x = value(j);
            if (x == 0)
                continue;
            indices.Add(j);
            values.Add(x);
        }
        return new SparseVector([.. indices], [.. values]);
    }

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
