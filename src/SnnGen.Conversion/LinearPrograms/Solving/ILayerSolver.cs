namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>Solves all programs of a layer.</summary>
public interface ILayerSolver
{
    /// <summary>
    /// The optimum of each neuron, with its certificate. Deterministic for any number of threads.
    /// </summary>
    /// <param name="program">The layer.</param>
    /// <param name="threads">Degree of parallelism, ≥ 1.</param>
    /// <param name="cancellation">Cancels between neurons.</param>
    LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation);
}
