using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms.Solving;

namespace SnnGen.Conversion.Tests.Solving;

/// <summary>Every update of the inverse against the basis that it is of.</summary>
public sealed class BasisInverseTests
{
    private readonly Random _random = new(5);
    private readonly BasisInverse _inverse = new();
    private int _checked;
    private Matrix<double> _basis = Matrix<double>.Build.DenseIdentity(1);

    [Fact]
    public void A_basis_that_grows_beyond_its_first_rows()
    {
        for (int size = 1; size < 40; size++)
            Border();
        Assert.Equal(40, _inverse.Size);
    }

    [Fact]
    public void A_row_that_another_sample_takes()
    {
        Border(4);
        for (int row = 0; row < 5; row++)
            ReplaceRow(row);
        Assert.InRange(_checked, 4 + 3, 4 + 5);
    }

    [Fact]
    public void A_column_that_another_weight_takes()
    {
        Border(4);
        for (int column = 0; column < 5; column++)
            ReplaceColumn(column);
        Assert.InRange(_checked, 4 + 3, 4 + 5);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(4, 2)]
    [InlineData(2, 4)]
    [InlineData(4, 4)]
    public void A_row_and_a_column_that_go(int row, int column)
    {
        Border(4);
        Delete(row, column);
        Assert.Equal(4, _inverse.Size);
    }

    [Fact]
    public void Any_order_of_updates()
    {
        Border(3);
        for (int update = 0; update < 200; update++)
        {
            int k = _inverse.Size;
            Action next = _random.Next(4) switch
            {
                0 when k < 12 => Border,
                1 when k > 2 => () => Delete(_random.Next(k), _random.Next(k)),
                2 => () => ReplaceColumn(_random.Next(k)),
                _ => () => ReplaceRow(_random.Next(k)),
            };
            next();
        }
        Assert.InRange(_checked, 150, 203);
    }

    [Fact]
    public void Rounding_is_shed_by_a_fresh_start()
    {
        Border(4);
        Matrix<double> other = Matrix<double>.Build.Dense(5, 5, (i, j) => (i == j ? 4 : 0) + _random.NextDouble());
        _inverse.Refactor(other);
        _basis = other;
        Check();
    }

    private void Border(int times)
    {
        for (int i = 0; i < times; i++)
            Border();
    }

    private void Border()
    {
        int k = _inverse.Size;
        double[] x = Numbers(k), b = Numbers(k), u = new double[k], v = new double[k];
        double corner = 3 + _random.NextDouble();
        _inverse.Solve(x, u);
        _inverse.SolveTransposed(b, v);
        double schur = corner - b.Zip(u, (p, q) => p * q).Sum();
        if (Math.Abs(schur) < 0.1)
            return;
        _inverse.Border(u, v, schur);
        _basis = _basis.InsertColumn(k, Vector<double>.Build.Dense(x)).InsertRow(k, Vector<double>.Build.Dense([.. b, corner]));
        Check();
    }

    private void ReplaceRow(int row)
    {
        double[] b = Numbers(_inverse.Size), v = new double[b.Length];
        _inverse.SolveTransposed(b, v);
        if (Math.Abs(v[row]) < 0.1)
            return;
        _inverse.ReplaceRow(row, v);
        _basis.SetRow(row, b);
        Check();
    }

    private void ReplaceColumn(int column)
    {
        double[] x = Numbers(_inverse.Size), u = new double[x.Length];
        _inverse.Solve(x, u);
        if (Math.Abs(u[column]) < 0.1)
            return;
        _inverse.ReplaceColumn(column, u);
        _basis.SetColumn(column, x);
        Check();
    }

    private void Delete(int row, int column)
    {
        if (Math.Abs(_inverse[column, row]) < 0.005)
            return;
        int last = _inverse.Size - 1;
        _inverse.Delete(row, column);
        _basis.SetRow(row, _basis.Row(last));
        _basis.SetColumn(column, _basis.Column(last));
        _basis = _basis.SubMatrix(0, last, 0, last);
        Check();
    }

    private double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * _random.NextDouble() - 1)];

    private void Check()
    {
        Matrix<double> inverse = Matrix<double>.Build.Dense(_inverse.Size, _inverse.Size, (c, r) => _inverse[c, r]);
        Matrix<double> identity = Matrix<double>.Build.DenseIdentity(_inverse.Size);
        _checked++;
        Assert.InRange((inverse * _basis - identity).InfinityNorm(), 0, 1e-6);
    }
}
