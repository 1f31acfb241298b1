using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>Solves neurons side by side; each writes only its own column, so the result is the same for any thread count.</summary>
internal static class NeuronParallel
{
    public static LayerSolution Solve(
        LayerProgram program, int threads, CancellationToken cancellation, Func<NeuronProgram, NeuronSolution> solve) =>
        Solve(program, threads, cancellation, (neuron, _) => solve(neuron));

    /// <summary>The same for a <paramref name="solve"/> that is also told the index of the neuron.</summary>
    public static LayerSolution Solve(
        LayerProgram program, int threads, CancellationToken cancellation, Func<NeuronProgram, int, NeuronSolution> solve)
    {
        Matrix<double> weights = program.Prior.Clone();
        Vector<double> bias = program.PriorBias.Clone();
        var certificates = new Certificate[program.Neurons];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, program.Neurons, options, neuron =>
        {
            NeuronSolution solution = solve(new NeuronProgram(program, neuron), neuron);
            for (int j = 0; j < program.Inputs; j++)
                weights[j, neuron] += solution.Deviation[j];
            bias[neuron] += solution.BiasDeviation;
            certificates[neuron] = solution.Certificate;
        });
        return new LayerSolution(weights, bias, certificates);
    }
}
