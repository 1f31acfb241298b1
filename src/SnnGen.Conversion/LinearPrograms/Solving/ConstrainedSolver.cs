using Google.OrTools.LinearSolver;

namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>
/// LeastAbsolute under <see cref="SynapseConstraints"/>: the exact optimum of every neuron by OR-Tools' GLOP in primal form.
/// A limit of the fan-in keeps, of the optimum without it, the synapses that carry most current (|w| times the root mean
/// square of the input), and solves again over those.
/// </summary>
public sealed class ConstrainedSolver(SynapseConstraints constraints) : ILayerSolver
{
    /// <inheritdoc/>
    public LayerSolution Solve(LayerProgram program, int threads, CancellationToken cancellation) =>
        NeuronParallel.Solve(program, threads, cancellation, (neuron, index) =>
        {
            double[] prior = program.Prior.Column(index).ToArray();
            var constrained = new ConstrainedNeuron(neuron, prior, constraints);
            NeuronSolution solution = SolveNeuron(neuron, constrained);
            if (prior.Length <= constraints.FanIn)
                return solution;
            constrained.Restrict(Strongest(prior, solution.Deviation, program.Rates.Energies));
            return SolveNeuron(neuron, constrained);
        });

    private bool[] Strongest(double[] prior, double[] deviation, double[] energy)
    {
        var isKept = new bool[prior.Length];
        foreach (int j in Enumerable.Range(0, prior.Length).OrderByDescending(j => Math.Abs(prior[j] + deviation[j]) * Math.Sqrt(energy[j])).ThenBy(j => j).Take(constraints.FanIn))
            isKept[j] = true;
        return isKept;
    }

    private static NeuronSolution SolveNeuron(NeuronProgram neuron, ConstrainedNeuron program)
    {
        using Solver solver = Solver.CreateSolver("GLOP");
        Objective objective = solver.Objective();
        objective.SetMinimization();
        Variable bias = solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, string.Empty);
        Constraint[] rows = [.. Enumerable.Range(0, neuron.Kinks.Length).Select(i => Row(i))];
        (Variable Piece, int Sign)[][] pieces = [.. Enumerable.Range(0, program.Prior.Length).Select(j => Pieces(j))];

        double[] start = [.. Enumerable.Range(0, program.Prior.Length).Select(program.Allowed)];
        if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
            return program.Certified(start, 0, new double[rows.Length]);
        double[] multipliers = [.. rows.Select(row => -row.DualValue())];
        double[] weights = [.. start.Select((w, j) => Math.Clamp(
            w + pieces[j].Sum(piece => piece.Sign * piece.Piece.SolutionValue()), program.Low[j], program.High[j]))];
        NeuronSolution solution = program.Certified(weights, bias.SolutionValue(), multipliers), prior = program.Certified(start, 0, multipliers);
        return solution.Certificate.Objective < prior.Certificate.Objective ? solution : prior;

        // x·(w − w⁰) + β − e⁺ + e⁻ = κ − c
        Constraint Row(int i)
        {
            Constraint row = solver.MakeConstraint(string.Empty);
            row.SetCoefficient(bias, 1);
            Add(row, -1, neuron.RightSlopes[i], double.PositiveInfinity);
            Add(row, 1, neuron.LeftSlopes[i], double.PositiveInfinity);
            SparseVector x = neuron.Rates.Row(i);
            double moved = x.Indices.Zip(x.Values, (j, value) => value * (program.Allowed(j) - program.Prior[j])).Sum();
            double right = neuron.Kinks[i] - neuron.PriorCurrents[i] - moved;
            row.SetBounds(right, right);
            return row;
        }

        Variable Add(Constraint row, double coefficient, double cost, double most)
        {
            Variable variable = solver.MakeNumVar(0, most, string.Empty);
            row.SetCoefficient(variable, coefficient);
            objective.SetCoefficient(variable, cost);
            return variable;
        }

        // A weight leaves its start, and with it the prior, up or down; on the way to zero a step costs λ less than away from it.
        (Variable, int)[] Pieces(int j)
        {
            double w = program.Allowed(j), toZero = Math.Abs(w), price = neuron.Anchor;
            var list = new List<(Variable, int)>();
            Piece(1, w < 0 ? Math.Min(toZero, program.High[j] - w) : 0, price - program.Sparsity);
            Piece(1, program.High[j] - w - (w < 0 ? toZero : 0), price + program.Sparsity);
            Piece(-1, w > 0 ? Math.Min(toZero, w - program.Low[j]) : 0, price - program.Sparsity);
            Piece(-1, w - program.Low[j] - (w > 0 ? toZero : 0), price + program.Sparsity);
            return [.. list];

            void Piece(int sign, double most, double cost)
            {
                if (most <= 0)
                    return;
                Variable piece = solver.MakeNumVar(0, most, string.Empty);
                objective.SetCoefficient(piece, cost);
                SparseVector column = neuron.Rates.Column(j);
                for (int k = 0; k < column.Indices.Length; k++)
                    rows[column.Indices[k]].SetCoefficient(piece, sign * column.Values[k]);
                list.Add((piece, sign));
            }
        }
    }
}
