namespace SnnGen.Conversion.LinearPrograms.Solving;

/// <summary>A kink that an edge meets.</summary>
/// <param name="Step">Step length at which it is met, ≥ 0.</param>
/// <param name="IsWeight">True for a free weight returning to its prior, false for a sample reaching its target.</param>
/// <param name="Index">Position among the free variables, or the sample.</param>
/// <param name="Rise">By how much the slope of the objective along the edge rises there.</param>
internal readonly record struct Breakpoint(double Step, bool IsWeight, int Index, double Rise);

/// <summary>Exact line search over a convex piecewise-linear function.</summary>
internal static class LineSearch
{
    /// <summary>Where the search stops: the kinks passed on the way, and the one that becomes active.</summary>
    public readonly record struct Stop(List<Breakpoint> Passed, Breakpoint Blocking);

    /// <summary>Follows the edge until its slope is no longer negative.</summary>
    /// <param name="breakpoints">Kinks ahead, in any order.</param>
    /// <param name="descent">Minus the slope at the start, &gt; 0.</param>
    /// <returns>Null where no kink stops the descent, which rounding alone can cause.</returns>
    public static Stop? Run(List<Breakpoint> breakpoints, double descent)
    {
        var queue = new PriorityQueue<Breakpoint, (double, bool, int)>(
            breakpoints.Select(b => (b, (b.Step, b.IsWeight, b.Index))));
        var passed = new List<Breakpoint>();
        while (queue.TryDequeue(out Breakpoint next, out _))
        {
            descent -= next.Rise;
            if (descent <= 0)
                return new Stop(passed, next);
            passed.Add(next);
        }
        return null;
    }
}
