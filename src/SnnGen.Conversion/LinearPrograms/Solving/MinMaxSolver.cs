using Google.OrTools.LinearSolver;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// The MinMax variant (docs/mathematics.md, eq. 13): minimise max_i ρ_i + μ Σ_j |w_j − w⁰_j|, ρ the one-sided residual.
/// Exact optimum of every neuron by OR-Tools' GLOP, in the natural form of the dual: multipliers p, q ≥ 0 for the two
/// sides of each sample under n + 2 rows, whose own duals are the weights. The prior stays where nothing is better.
/// </summary>
public sealed class MinMaxSolver : ILayerSolver
{
    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation) =>
        NeuronParallel.Solve(program, threads, cancellation, SolveNeuron);

    private static NeuronSolution SolveNeuron(NeuronProgram neuron)
    {
        var program = new MinMaxNeuron(neuron);
        using Solver solver = Solver.CreateSolver("GLOP");
        Constraint budget = solver.MakeConstraint(double.NegativeInfinity, 1, string.Empty);
        Constraint balance = solver.MakeConstraint(0, 0, string.Empty);
        Constraint[] pressures = [.. Enumerable.Range(0, neuron.Rates.Inputs).Select(
            _ => solver.MakeConstraint(-neuron.Anchor, neuron.Anchor, string.Empty))];
        solver.Objective().SetMaximization();
        Variable?[] above = new Variable?[neuron.Kinks.Length], below = new Variable?[neuron.Kinks.Length];
        for (int i = 0; i < neuron.Kinks.Length; i++)
        {
            above[i] = neuron.RightSlopes[i] > 0 ? Multiplier(i, 1) : null;
            below[i] = neuron.LeftSlopes[i] > 0 ? Multiplier(i, -1) : null;
        }

        if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
            return program.Prior(new double[neuron.Kinks.Length]);
        double[] deviation = [.. pressures.Select(row => -row.DualValue())];
        double[] y = [.. above.Zip(below, (p, q) => (p?.SolutionValue() ?? 0) - (q?.SolutionValue() ?? 0))];
        NeuronSolution solution = program.Certified(deviation, -balance.DualValue(), y), prior = program.Prior(y);
        return solution.Certificate.Objective < prior.Certificate.Objective ? solution : prior;

        Variable Multiplier(int sample, double sign)
        {
            Variable variable = solver.MakeNumVar(0, double.PositiveInfinity, string.Empty);
            solver.Objective().SetCoefficient(variable, sign * (neuron.PriorCurrents[sample] - neuron.Kinks[sample]));
            budget.SetCoefficient(variable, 1);
            balance.SetCoefficient(variable, sign);
            SparseVector row = neuron.Rates.Row(sample);
            for (int k = 0; k < row.Indices.Length; k++)
                pressures[row.Indices[k]].SetCoefficient(variable, sign * row.Values[k]);
            return variable;
        }
    }
}
