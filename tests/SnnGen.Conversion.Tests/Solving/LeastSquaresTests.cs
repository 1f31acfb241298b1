using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Conversion.Tests.Solving;

public class LeastSquaresTests
{
    [Fact]
    public void Equals_the_closed_form_where_all_units_are_active()
    {
        LayerProgram program = RandomLayer.Create(4, 90, 15, 3, active: 1);
        LayerSolution solution = new LeastSquaresSolver().Solve(program, 2, CancellationToken.None);

        Matrix<double> x = program.Rates.ToDense();
        Matrix<double> x1 = x.InsertColumn(15, Vector<double>.Build.Dense(90, 1));
        double ridge = program.Anchor / program.Rates.MeanMagnitude * (x.TransposeThisAndMultiply(x) / 90).Diagonal().Average();
        Matrix<double> penalty = Matrix<double>.Build.DenseDiagonal(16, 16, i => i < 15 ? ridge : 0);
        Matrix<double> residual = program.Targets - x * program.Prior
            - Matrix<double>.Build.Dense(90, 3, (_, j) => program.PriorBias[j]);
        Matrix<double> exact = (x1.TransposeThisAndMultiply(x1) / 90 + penalty).Solve(x1.TransposeThisAndMultiply(residual) / 90);
        Matrix<double> expected = program.Prior + exact.SubMatrix(0, 15, 0, 3);
        Assert.True((expected - solution.Weights).InfinityNorm() < 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Certifies_one_sided_programs(int seed)
    {
        LayerProgram program = RandomLayer.Create(seed, 150, 60, 5);
        LayerSolution solution = new LeastSquaresSolver().Solve(program, 2, CancellationToken.None);
        Assert.All(solution.Certificates, c => Assert.InRange(c.LowerBound / c.Objective, 0.999, 1 + 1e-12));
        Assert.True(solution.Objective < solution.PriorObjective);
    }

    [Fact]
    public void Gives_the_same_bits_for_any_number_of_threads()
    {
        LayerProgram program = RandomLayer.Create(6, 100, 30, 9);
        Assert.Equal(
            new LeastSquaresSolver().Solve(program, 1, CancellationToken.None).Weights.ToRowMajorArray(),
            new LeastSquaresSolver().Solve(program, 4, CancellationToken.None).Weights.ToRowMajorArray());
    }
}
