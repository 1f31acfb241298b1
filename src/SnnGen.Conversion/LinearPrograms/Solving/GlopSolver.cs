using Google.OrTools.LinearSolver;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// Exact LeastAbsolute optimum by OR-Tools' GLOP (dual simplex), neuron by neuron, in the natural form of the dual:
/// N bounded multipliers under n + 1 rows; the rows' own duals are the weights. The reference for
/// <see cref="EdgeDescentSolver"/>.
/// </summary>
public sealed class GlopSolver : ILayerSolver
{
    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation) =>
        NeuronParallel.Solve(program, threads, cancellation, SolveNeuron);

    internal static NeuronSolution SolveNeuron(NeuronProgram program)
    {
        using Solver solver = Solver.CreateSolver("GLOP");
        Variable[] multipliers = [.. Enumerable.Range(0, program.Kinks.Length).Select(
            i => solver.MakeNumVar(-program.LeftSlopes[i], program.RightSlopes[i], string.Empty))];
        Constraint balance = solver.MakeConstraint(0, 0, string.Empty);
        Constraint[] pressures = [.. Enumerable.Range(0, program.Rates.Inputs).Select(
            _ => solver.MakeConstraint(-program.Anchor, program.Anchor, string.Empty))];
        Objective objective = solver.Objective();
        objective.SetMaximization();
        for (int i = 0; i < multipliers.Length; i++)
        {
            objective.SetCoefficient(multipliers[i], program.PriorCurrents[i] - program.Kinks[i]);
            balance.SetCoefficient(multipliers[i], 1);
            SparseVector row = program.Rates.Row(i);
            for (int k = 0; k < row.Indices.Length; k++)
                pressures[row.Indices[k]].SetCoefficient(multipliers[i], row.Values[k]);
        }

        if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
            return Prior(program);
        double[] deviation = [.. pressures.Select(row => -row.DualValue())];
        double bias = -balance.DualValue();
        double[] y = [.. multipliers.Select(variable => variable.SolutionValue())];
        return new NeuronSolution(deviation, bias, program.Certify(deviation, bias, y));
    }

    private static NeuronSolution Prior(NeuronProgram program)
    {
        var deviation = new double[program.Rates.Inputs];
        return new NeuronSolution(deviation, 0, program.Certify(deviation, 0, new double[program.Kinks.Length]));
    }
}
