using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Pruning;

namespace SnnGen.Conversion.Tests.Pruning;

public class BlockEliminationTests
{
    [Fact]
    public void What_is_left_makes_up_for_what_is_gone_as_well_as_it_can() => Gen.Select(Gen.Int[1, 3], Gen.Int[2, 5], Gen.Int).Sample(
        (width, count, seed) =>
        {
            var random = new Random(seed);
            int inputs = width * count;
            Matrix<double> x = Matrix<double>.Build.Dense(3 * inputs, inputs, (_, _) => random.NextDouble());
            Matrix<double> energy = x.TransposeThisAndMultiply(x) + Matrix<double>.Build.DenseIdentity(inputs) * 0.1;
            Matrix<double> weights = Matrix<double>.Build.Dense(inputs, 2, (_, _) => random.NextDouble() - 0.5);
            // Interleaved, as the channels of a map are.
            int[][] blocks = [.. Enumerable.Range(0, count).Select(b => Enumerable.Range(0, width).Select(k => k * count + b).ToArray())];
            var elimination = new BlockElimination(energy, weights, blocks);
            for (int removed = 1; removed < count; removed++)
            {
                double least = elimination.Kept.Min(candidate => Loss(energy, weights, Rows(blocks, elimination.Kept.Where(b => b != candidate))));
                elimination.RemoveOne();
                int[] kept = Rows(blocks, elimination.Kept);
                Assert.Equal(count - removed, elimination.Kept.Length);
                // Choosing one at a time is greedy, but each choice is the best one.
                Assert.Equal(least, Loss(energy, weights, kept), 1e-7 * (1 + least));
                Matrix<double> expected = Reconstruct(energy, weights, kept);
                Assert.True((expected - elimination.Weights).L2Norm() < 1e-7 * (1 + expected.L2Norm()));
            }
        }, iter: 200);

    private static int[] Rows(int[][] blocks, IEnumerable<int> kept) => [.. kept.SelectMany(b => blocks[b]).Order()];

    // argmin of tr((V − W)ᵀ H (V − W)) over V whose other rows are zero.
    private static Matrix<double> Reconstruct(Matrix<double> energy, Matrix<double> weights, int[] kept)
    {
        Matrix<double> part = Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => energy[kept[i], kept[j]]);
        Matrix<double> target = energy * weights;
        Matrix<double> solved = part.Solve(Matrix<double>.Build.DenseOfRowVectors(kept.Select(target.Row)));
        var result = Matrix<double>.Build.Dense(weights.RowCount, weights.ColumnCount);
        for (int i = 0; i < kept.Length; i++)
            result.SetRow(kept[i], solved.Row(i));
        return result;
    }

    private static double Loss(Matrix<double> energy, Matrix<double> weights, int[] kept)
    {
        Matrix<double> difference = Reconstruct(energy, weights, kept) - weights;
        return (difference.Transpose() * energy * difference).Trace();
    }
}
