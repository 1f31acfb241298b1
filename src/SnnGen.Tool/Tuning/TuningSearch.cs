namespace SnnGen.Tool.Tuning;

/// <summary>
/// Walks the grid of time steps, shares and weight formats from the user's setting towards fewer operations: first in strides of
/// two, then of one. Each candidate is converted once; the margins of its exit cost nothing more.
/// </summary>
/// <param name="start">The user's setting.</param>
/// <param name="maxLoss">Largest loss, in points.</param>
/// <param name="range">Where the search may go.</param>
internal sealed class TuningSearch(Candidate start, double maxLoss, TuningRange range)
{
    private static readonly int[] s_strides = [2, 1];

    // Steps may make up for a smaller network, and a larger one for fewer steps.
    private static readonly (int TimeSteps, int Keep, int Weights)[] s_moves =
        [(0, -1, 0), (-1, 0, 0), (1, -1, 0), (2, -1, 0), (-1, 1, 0), (0, 0, -1), (0, 1, 0), (1, 0, 0), (0, 0, 1)];

    private readonly Dictionary<Candidate, TuningPoint[]> _judged = [];

    /// <summary>All points of all candidates that were judged.</summary>
    public IReadOnlyCollection<TuningPoint> Points => [.. _judged.Values.SelectMany(points => points)];

    /// <summary>Candidates that were judged.</summary>
    public int Candidates => _judged.Count;

    /// <summary>Judges candidates until none is left that promises more, or <paramref name="judge"/> gives null: time is up.</summary>
    /// <param name="judge">The points of a candidate, one a margin.</param>
    public void Run(Func<Candidate, TuningPoint[]?> judge)
    {
        Candidate? next = start;
        while (next is not null && judge(next) is { } points)
        {
            _judged.Add(next, points);
            next = Next(TuningChoice.Best(Points, maxLoss).Candidate);
        }
    }

    private Candidate? Next(Candidate best) => s_strides.SelectMany(stride => s_moves.Select(move => Move(best, move, stride)))
        .FirstOrDefault(candidate => candidate is not null && IsPromising(candidate));

    // Null beyond the range.
    private Candidate? Move(Candidate from, (int TimeSteps, int Keep, int Weights) move, int stride)
    {
        int t = range.TimeSteps.IndexOf(from.TimeSteps) + move.TimeSteps * stride;
        int k = range.Keep.IndexOf(from.Keep) + move.Keep * stride;
        int w = range.Weights.IndexOf(from.Weights) + move.Weights * stride;
        return t >= 0 && t < range.TimeSteps.Length && k >= 0 && k < range.Keep.Length && w >= 0 && w < range.Weights.Length
            ? new Candidate(range.TimeSteps[t], range.Keep[k], range.Weights[w])
            : null;
    }

    // Neither less of everything than one that loses too much, nor more of everything than one that is good enough.
    private bool IsPromising(Candidate candidate) => !_judged.Any(judged =>
        judged.Value.Any(point => point.LosesAtMost(maxLoss)) ? judged.Key.IsWithin(candidate) : candidate.IsWithin(judged.Key));
}
