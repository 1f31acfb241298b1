namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>A kink that an edge meets.</summary>
/// <param name="Step">Step length at which it is met, ≥ 0.</param>
/// <param name="IsWeight">True for a free weight returning to its prior, false for a sample reaching its target.</param>
/// <param name="Index">Position among the free variables, or the sample.</param>
/// <param name="Rise">By how much the slope of the objective along the edge rises there.</param>
internal readonly record struct Breakpoint(double Step, bool IsWeight, int Index, double Rise) : IComparable<Breakpoint>
{
    /// <summary>By step; of kinks met at once, samples before weights, by index.</summary>
    public int CompareTo(Breakpoint other) =>
        Step < other.Step ? -1 : Step > other.Step ? 1 : (IsWeight, Index).CompareTo((other.IsWeight, other.Index));
}

/// <summary>Exact line search over a convex piecewise-linear function.</summary>
internal static class LineSearch
{
    // Most searches pass a kink or two: looking for the nearest costs less than putting all in order, up to here.
    private const int ScansBeforeSorting = 16;

    /// <summary>Where the search stops: the kinks passed on the way, and the one that becomes active.</summary>
    public readonly record struct Stop(List<Breakpoint> Passed, Breakpoint Blocking);

    /// <summary>Follows the edge until its slope is no longer negative.</summary>
    /// <param name="breakpoints">Kinks ahead, in any order; in another afterwards.</param>
    /// <param name="descent">Minus the slope at the start, &gt; 0.</param>
    /// <returns>Null where no kink stops the descent, which rounding alone can cause.</returns>
    public static Stop? Run(List<Breakpoint> breakpoints, double descent)
    {
        for (int next = 0; next < breakpoints.Count; next++)
        {
            if (next < ScansBeforeSorting)
                MoveNearestTo(next, breakpoints);
            else if (next == ScansBeforeSorting)
                breakpoints.Sort(next, breakpoints.Count - next, comparer: null);
            descent -= breakpoints[next].Rise;
            if (descent <= 0)
                return new Stop(breakpoints.GetRange(0, next), breakpoints[next]);
        }
        return null;
    }

    private static void MoveNearestTo(int place, List<Breakpoint> breakpoints)
    {
        int nearest = place;
        for (int k = place + 1; k < breakpoints.Count; k++)
            if (breakpoints[k].CompareTo(breakpoints[nearest]) < 0)
                nearest = k;
        (breakpoints[place], breakpoints[nearest]) = (breakpoints[nearest], breakpoints[place]);
    }
}
