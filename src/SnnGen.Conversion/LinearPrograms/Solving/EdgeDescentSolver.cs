namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// Exact LeastAbsolute optimum of every neuron of a layer, by <see cref="EdgeDescent"/> over the shared rates. A neuron
/// whose optimum is not proven to <see cref="CertifiedGap"/> is solved again by OR-Tools, and the better one kept.
/// </summary>
public sealed class EdgeDescentSolver : ILayerSolver
{
    /// <summary>Relative duality gap up to which a solution counts as optimal.</summary>
    public const double CertifiedGap = 1e-3;

    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation) =>
        NeuronParallel.Solve(program, threads, cancellation, SolveNeuron);

    private static NeuronSolution SolveNeuron(NeuronProgram program)
    {
        Certificate atPrior = program.Certify(new double[program.Rates.Inputs], 0, new double[program.Kinks.Length]);
        if (atPrior.RelativeGap == 0)
            return new NeuronSolution(new double[program.Rates.Inputs], 0, atPrior);

        var descent = new EdgeDescent(program);
        descent.Run();
        var solution = new NeuronSolution(
            descent.Deviation.ToArray(), descent.BiasDeviation,
            program.Certify(descent.Deviation, descent.BiasDeviation, descent.Multipliers));
        if (solution.Certificate.RelativeGap <= CertifiedGap)
            return solution;
        NeuronSolution exact = GlopSolver.SolveNeuron(program);
        return exact.Certificate.Objective < solution.Certificate.Objective ? exact : solution;
    }
}
