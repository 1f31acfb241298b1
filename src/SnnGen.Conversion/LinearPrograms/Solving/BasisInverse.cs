using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// The inverse M of a small square basis B (rows: samples at their kink, columns: free variables), kept explicitly
/// and updated in O(k²) when a row or column of B is exchanged, added or removed. M[c] is the row of column c of B.
/// Element-wise vector operations only, so that the result does not depend on the width of the vectors.
/// </summary>
internal sealed class BasisInverse
{
    private readonly List<double[]> _rows = [[1.0]];

    /// <summary>k, order of the basis.</summary>
    public int Size => _rows.Count;

    /// <summary>M[c, r].</summary>
    public double this[int column, int row] => _rows[column][row];

    /// <summary>u = M x: solves B u = x.</summary>
    public void Solve(ReadOnlySpan<double> x, Span<double> u)
    {
        for (int c = 0; c < Size; c++)
        {
            ReadOnlySpan<double> m = _rows[c].AsSpan(0, Size);
            double sum = 0;
            for (int r = 0; r < m.Length; r++)
                sum += m[r] * x[r];
            u[c] = sum;
        }
    }

    /// <summary>v = Mᵀ b: solves Bᵀ v = b.</summary>
    public void SolveTransposed(ReadOnlySpan<double> b, Span<double> v)
    {
        v[..Size].Clear();
        for (int c = 0; c < Size; c++)
            DenseVector.AddScaled(v[..Size], _rows[c].AsSpan(0, Size), b[c]);
    }

    /// <summary>Row r of B becomes b, with v = Mᵀ b.</summary>
    public void ReplaceRow(int row, ReadOnlySpan<double> v)
    {
        double pivot = v[row];
        var change = v[..Size].ToArray();
        change[row] -= 1;
        for (int c = 0; c < Size; c++)
            DenseVector.AddScaled(_rows[c].AsSpan(0, Size), change, -_rows[c][row] / pivot);
    }

    /// <summary>Column c of B becomes x, with u = M x.</summary>
    public void ReplaceColumn(int column, ReadOnlySpan<double> u)
    {
        double pivot = u[column];
        double[] old = _rows[column].AsSpan(0, Size).ToArray();
        for (int c = 0; c < Size; c++)
            DenseVector.AddScaled(_rows[c].AsSpan(0, Size), old, -(u[c] - (c == column ? 1 : 0)) / pivot);
    }

    /// <summary>B grows by column x and row (b, corner), with u = M x, v = Mᵀ b, schur = corner − b·u.</summary>
    public void Border(ReadOnlySpan<double> u, ReadOnlySpan<double> v, double schur)
    {
        int size = Size;
        for (int c = 0; c < size; c++)
        {
            double[] row = Grow(_rows[c], size + 1);
            DenseVector.AddScaled(row.AsSpan(0, size), v[..size], u[c] / schur);
            row[size] = -u[c] / schur;
            _rows[c] = row;
        }
        var last = new double[_rows[0].Length];
        for (int r = 0; r < size; r++)
            last[r] = -v[r] / schur;
        last[size] = 1 / schur;
        _rows.Add(last);
    }

    /// <summary>B loses row r and column c; the last row and column take their places.</summary>
    public void Delete(int row, int column)
    {
        int last = Size - 1;
        double[] removed = _rows[column];
        double pivot = removed[row];
        for (int c = 0; c < Size; c++)
        {
            if (c == column)
                continue;
            DenseVector.AddScaled(_rows[c].AsSpan(0, Size), removed.AsSpan(0, Size), -_rows[c][row] / pivot);
            _rows[c][row] = _rows[c][last];
        }
        _rows[column] = _rows[last];
        _rows.RemoveAt(last);
    }

    /// <summary>Starts afresh from B itself, to shed accumulated rounding.</summary>
    public void Refactor(Matrix<double> basis)
    {
        Matrix<double> inverse = basis.Inverse();
        for (int c = 0; c < Size; c++)
            for (int r = 0; r < Size; r++)
                _rows[c][r] = inverse[c, r];
    }

    private static double[] Grow(double[] row, int size)
    {
        if (size > row.Length)
            Array.Resize(ref row, Math.Max(16, row.Length * 2));
        return row;
    }
}
