using MathNet.Numerics.LinearAlgebra;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// The LeastSquares variant for all neurons together: minimise (1/N) Σ ρ_i² + σ Σ (w − w⁰)², ρ the one-sided residual.
/// Accelerated proximal iterations (Nesterov, restarted) under one factor of XᵀX/N + σI for the whole layer
/// (docs/mathematics.md, eq. 9), until weak duality certifies every neuron. The prior stays where nothing is better.
/// </summary>
public sealed class LeastSquaresSolver : ILayerSolver
{
    private const int IterationLimit = 3000;
    private const int IterationsBetweenChecks = 20;
    private const double TargetGap = 1e-4;

    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation)
    {
        var state = new LeastSquaresState(program, threads, cancellation);
        if (!state.IsDefinite)
            return new PriorSolver().Solve(program, threads, cancellation);
        Certificate[] certificates = state.Certify();
        for (int i = 1; i <= IterationLimit && certificates.Any(c => c.RelativeGap > TargetGap); i++)
        {
            cancellation.ThrowIfCancellationRequested();
            state.Iterate();
            if (i % IterationsBetweenChecks == 0)
                certificates = state.Certify();
        }
        if (state.KeepBetterPriors(certificates))
            certificates = state.Certify();
        (Matrix<double> deviation, Vector<double> bias) = state.Solution();
        return new LayerSolution(program.Prior + deviation, program.PriorBias + bias, certificates);
    }
}
