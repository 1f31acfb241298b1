using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Pruning;

/// <summary>
/// Chooses which channels of a layer's source stay: those from whose rates the currents of this layer are best
/// reconstructed. The reconstruction becomes the prior of what is left.
/// </summary>
internal static class LayerPruner
{
    private const double RelativeRidge = 1e-2;

    /// <summary>The channels that stay, and the problem over them.</summary>
    /// <param name="problem">A problem with one program and one projection.</param>
    /// <param name="channels">Channels of the source.</param>
    /// <param name="kept">How many of them stay.</param>
    /// <param name="cancellation">Cancels.</param>
    public static PrunedProblem Prune(LayerProblem problem, int channels, int kept, CancellationToken cancellation)
    {
        LayerProgram program = problem.Programs[0];
        int[][] blocks = [.. Enumerable.Range(0, channels).Select(
            channel => Enumerable.Range(0, program.Inputs / channels).Select(k => k * channels + channel).ToArray())];
        var elimination = new BlockElimination(Energy(program.Rates), program.Prior, blocks);
        for (int removed = 0; removed < channels - kept; removed++)
        {
            cancellation.ThrowIfCancellationRequested();
            elimination.RemoveOne();
        }

        int[] left = elimination.Kept;
        int[] rows = [.. Enumerable.Range(0, program.Inputs).Where(row => Array.BinarySearch(left, row % channels) >= 0)];
        Matrix<double> prior = Matrix<double>.Build.Dense(rows.Length, program.Neurons, (i, j) => elimination.Weights[rows[i], j]);
        LayerProgram pruned = program with { Rates = program.Rates.Columns(rows), Prior = prior };
        AnalogProjection projection = ChannelSelection.OfInputs(problem.Prior.Projections[0], left, prior);
        AnalogLayer layer = problem.Prior with { Projections = [projection] };
        return new PrunedProblem(left, new LayerProblem(layer, [pruned], new FreeSynapses(layer)));
    }

    private static Matrix<double> Energy(RateMatrix rates)
    {
        Matrix<double> x = rates.ToDense();
        Matrix<double> energy = x.TransposeThisAndMultiply(x) / rates.Samples;
        double ridge = Math.Max(RelativeRidge * energy.Diagonal().Average(), 1e-12);
        for (int j = 0; j < energy.RowCount; j++)
            energy[j, j] += ridge;
        return energy;
    }
}

/// <summary>What pruning gives.</summary>
/// <param name="Channels">Channels of the source that stay, ascending.</param>
/// <param name="Problem">The layer's problem over them.</param>
internal sealed record PrunedProblem(int[] Channels, LayerProblem Problem);
