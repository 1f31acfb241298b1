namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>The baseline: keeps the prior and certifies nothing but its objective.</summary>
public sealed class PriorSolver : ILayerSolver
{
    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation) =>
        NeuronParallel.Solve(program, threads, cancellation, neuron => new NeuronSolution(
            new double[program.Inputs], 0, new Certificate(neuron.PriorObjective, 0, neuron.PriorObjective)));
}
