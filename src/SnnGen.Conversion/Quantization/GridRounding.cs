using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// Rounds the relaxed optimum of a layer to few bits (docs/mathematics.md, section 7): several steps of the grid are
/// tried for each neuron, every one with errors compensated among the weights; the one whose currents are nearest to
/// their targets is improved by coordinate descent on the grid.
/// </summary>
internal static class GridRounding
{
    // Steps tried, relative to the one at which no weight is clipped.
    private const int Steps = 14;
    private const double SmallestStep = 0.06;

    /// <summary>By how much the factor of a channel may exceed the one at which no weight is clipped.</summary>
    public const double LargestFactor = 1 / SmallestStep;

    /// <summary>The layer on the grid.</summary>
    /// <param name="problem">The programs of the layer.</param>
    /// <param name="solutions">Their relaxed optima.</param>
    /// <param name="grid">Which integers a weight may be.</param>
    /// <param name="widest">Factors at which the largest weight of a channel is the largest integer.</param>
    /// <param name="sharesStep">True for the readout, whose neurons share one step.</param>
    /// <param name="parallel">How to parallelise.</param>
    public static GridLayer Round(
        LayerProblem problem, LayerSolution[] solutions, WeightGrid grid, double[] widest, bool sharesStep, ParallelOptions parallel)
    {
        double[] factor = (double[])widest.Clone();
        if (sharesStep)
            Array.Fill(factor, factor.Min());
        var rounded = new LayerSolution[solutions.Length];
        int first = 0;
        for (int group = 0; group < solutions.Length; group++)
        {
            int neurons = solutions[group].Bias.Count;
            var rounding = new GroupRounding(problem.Programs[group], solutions[group], grid, parallel);
            double[] steps = [.. factor.AsSpan(first, neurons).ToArray().Select(f => 1 / f)];
            rounded[group] = rounding.Run(steps, Candidates(), sharesStep);
            for (int k = 0; k < neurons; k++)
                factor[first + k] = 1 / steps[k];
            first += neurons;
        }
        return new GridLayer(problem.Assemble(rounded), factor);
    }

    private static double[] Candidates() =>
        [.. Enumerable.Range(0, Steps).Select(k => Math.Pow(SmallestStep, (double)k / (Steps - 1)))];
}
