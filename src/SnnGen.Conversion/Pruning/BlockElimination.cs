using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.Pruning;

/// <summary>
/// Backward elimination with exact least-squares updates (docs/mathematics.md, eq. 12): with H = XᵀX/N + σI, removing the
/// block B of inputs costs tr(W_Bᵀ ((H⁻¹)_BB)⁻¹ W_B) when all other weights make up for it as well as they can. The
/// cheapest block goes, weights and H⁻¹ are updated, and so on.
/// </summary>
internal sealed class BlockElimination
{
    private readonly Matrix<double> _inverse, _weights;
    private readonly int[][] _blocks;
    private readonly bool[] _isGone;

    /// <summary>Begins with all inputs.</summary>
    /// <param name="energy">H, n × n.</param>
    /// <param name="weights">W, n × m.</param>
    /// <param name="blocks">Inputs that go together.</param>
    public BlockElimination(Matrix<double> energy, Matrix<double> weights, int[][] blocks)
    {
        _inverse = energy.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(energy.RowCount));
        _weights = weights.Clone();
        _blocks = blocks;
        _isGone = new bool[blocks.Length];
    }

    /// <summary>Weights that make up for what has been removed; those of removed inputs are zero.</summary>
    public Matrix<double> Weights => _weights;

    /// <summary>The blocks that are left, ascending.</summary>
    public int[] Kept => [.. Enumerable.Range(0, _blocks.Length).Where(b => !_isGone[b])];

    /// <summary>Removes the block that is missed least; the first one on a tie.</summary>
    public void RemoveOne() => Remove(Kept.MinBy(Cost));

    private double Cost(int block)
    {
        int[] rows = _blocks[block];
        if (rows is [int row])
            return _weights.Row(row).DotProduct(_weights.Row(row)) / _inverse[row, row];
        Matrix<double> w = Rows(_weights, rows);
        return w.PointwiseMultiply(Part(rows).Solve(w)).RowSums().Sum();
    }

    private void Remove(int block)
    {
        int[] rows = _blocks[block];
        Matrix<double> columns = Rows(_inverse, rows).Transpose();
        Matrix<double> inversePart = Part(rows).Inverse();
        Subtract(_weights, columns, inversePart * Rows(_weights, rows));
        Subtract(_inverse, columns, inversePart * columns.Transpose());
        foreach (int row in rows)
            _weights.ClearRow(row);
        _isGone[block] = true;
    }

    private Matrix<double> Part(int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, rows.Length, (i, j) => _inverse[rows[i], rows[j]]);

    private static Matrix<double> Rows(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, matrix.ColumnCount, (i, j) => matrix[rows[i], j]);

    private static void Subtract(Matrix<double> target, Matrix<double> left, Matrix<double> right) =>
        target.Subtract(left * right, target);
}
