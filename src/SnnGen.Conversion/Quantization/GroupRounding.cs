using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Quantization;

/// <summary>Rounds the neurons of one program.</summary>
internal sealed class GroupRounding(LayerProgram program, LayerSolution solution, WeightGrid grid, ParallelOptions parallel)
{
    private readonly ErrorCompensation _compensation = ErrorCompensation.Of(program.Rates);

    /// <summary>Chooses steps and integers. <paramref name="steps"/>, one a neuron, are replaced by the chosen ones.</summary>
    /// <param name="steps">The widest steps.</param>
    /// <param name="candidates">Steps to try, relative to those.</param>
    /// <param name="sharesStep">Whether all neurons must take the same candidate.</param>
    public LayerSolution Run(double[] steps, double[] candidates, bool sharesStep)
    {
        var errors = new double[candidates.Length, program.Neurons];
        Parallel.For(0, program.Neurons, parallel, j =>
        {
            for (int c = 0; c < candidates.Length; c++)
                errors[c, j] = Compensated(j, steps[j] * candidates[c]).Error;
        });
        int[] best = [.. Enumerable.Range(0, program.Neurons).Select(j => Best(c => sharesStep
            ? Enumerable.Range(0, program.Neurons).Sum(k => errors[c, k])
            : errors[c, j]))];

        Matrix<double> weights = solution.Weights.Clone();
        Vector<double> bias = solution.Bias.Clone();
        Parallel.For(0, program.Neurons, parallel, j =>
        {
            steps[j] *= candidates[best[j]];
            GridNeuron neuron = Compensated(j, steps[j]);
            neuron.Descend();
            for (int i = 0; i < program.Inputs; i++)
                weights[i, j] = neuron.Integers[i] * steps[j];
            bias[j] = neuron.Bias;
        });
        return solution with { Weights = weights, Bias = bias };

        int Best(Func<int, double> error) => Enumerable.Range(0, candidates.Length).MinBy(error);
    }

    private GridNeuron Compensated(int j, double step)
    {
        double[] relaxed = solution.Weights.Column(j).ToArray();
        var neuron = new GridNeuron(program, j, relaxed, _compensation.Round(relaxed, step, grid), step, grid, solution.Bias[j]);
        neuron.FitBias();
        return neuron;
    }
}
