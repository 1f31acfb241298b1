namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <content>
/// Pricing: which kink to leave. Pressures on all weights cost the most by far where a layer has many inputs, so they
/// are computed only now and then; in between, the weights of the largest violations are looked at alone (partial
/// pricing). The optimum is declared on pressures of all weights only.
/// </content>
internal sealed partial class EdgeDescent
{
    // Of the largest violation when all weights were looked at: which weights are worth another look, and below what
    // all weights are looked at again. Within 0.1…0.3 and 0.4…0.7 the pivots differ by less than a tenth.
    private const double CandidateShare = 0.3;
    private const double RepriceShare = 0.5;

    private readonly List<int> _candidates = [];
    private double _largestViolation;

    /// <summary>An edge out of the vertex: a held sample or a resting weight leaves its kink.</summary>
    private readonly record struct Edge(bool IsWeight, int Index, int Sign, double Descent);

    // Multipliers of the held samples from stationarity in the free variables.
    private void SolveMultipliers()
    {
        EnsureBuffers();
        for (int c = 0; c < _inverse.Size; c++)
            _u[c] = _free[c] == Bias
                ? -_outerBiasPressure
                : -(_outerPressure[_free[c]] + _program.Anchor * _signs[_free[c]]);
        _inverse.SolveTransposed(_u, _v);
        for (int r = 0; r < _inverse.Size; r++)
            _multiplier[_held[r]] = _v[r];
    }

    private Edge? ChooseEdge()
    {
        Edge? sample = SteepestSample();
        if (CandidatesAreCheaper && Steeper(sample, SteepestCandidate()) is { } edge
            && edge.Descent >= RepriceShare * _largestViolation)
            return edge;
        return Steeper(sample, SteepestWeight());
    }

    // In entries of X: a column of N a candidate against a row of n a held sample.
    private bool CandidatesAreCheaper => (long)_candidates.Count * _kinks.Length < (long)_held.Count * _pressure.Length;

    private static Edge? Steeper(Edge? first, Edge? second) =>
        second?.Descent > (first?.Descent ?? 0) ? second : first;

    private Edge? SteepestSample()
    {
        Edge? best = null;
        for (int r = 0; r < _held.Count; r++)
        {
            int i = _held[r];
            double up = _multiplier[i] - _program.RightSlopes[i], down = -_program.LeftSlopes[i] - _multiplier[i];
            double violation = Math.Max(up, down);
            if (violation > Tolerance / _kinks.Length)
                best = Steeper(best, new Edge(false, r, up > down ? 1 : -1, violation));
        }
        return best;
    }

    private Edge? SteepestCandidate()
    {
        Edge? best = null;
        foreach (int j in _candidates)
            best = Steeper(best, EdgeOf(j, _program.Rates.Column(j).Dot(_multiplier)));
        return best;
    }

    // The pressure Xᵀy on all weights.
    private Edge? SteepestWeight()
    {
        _outerPressure.CopyTo(_pressure, 0);
        foreach (int i in _held)
            _program.Rates.Row(i).AddTo(_pressure, _multiplier[i]);

        Edge? best = null;
        for (int j = 0; j < _pressure.Length; j++)
            best = Steeper(best, EdgeOf(j, _pressure[j]));

        _largestViolation = best?.Descent ?? 0;
        _candidates.Clear();
        for (int j = 0; j < _pressure.Length; j++)
            if (EdgeOf(j, _pressure[j])?.Descent >= CandidateShare * _largestViolation)
                _candidates.Add(j);
        return best;
    }

    // Null where the weight is free, or rests by right.
    private Edge? EdgeOf(int weight, double pressure)
    {
        double violation = Math.Abs(pressure) - _program.Anchor;
        return _signs[weight] == 0 && violation > Tolerance * _program.Anchor
            ? new Edge(true, weight, -Math.Sign(pressure), violation)
            : null;
    }
}
