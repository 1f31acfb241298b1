namespace SnnGen.Tool.Tuning;

/// <summary>Which of many settings to take, and which to show.</summary>
internal static class TuningChoice
{
    /// <summary>Settings whose operations differ by less than this factor cost the same.</summary>
    private const double Tie = 1.05;

    /// <summary>
    /// The setting of least synaptic operations whose loss is small enough. Of those that cost the same, the one of fewest weight
    /// bits, then of fewest steps. The one of least loss where no loss is small enough.
    /// </summary>
    /// <param name="points">At least one.</param>
    /// <param name="maxLoss">Largest loss, in points.</param>
    public static TuningPoint Best(IReadOnlyCollection<TuningPoint> points, double maxLoss)
    {
        TuningPoint[] good = [.. points.Where(point => point.LosesAtMost(maxLoss))];
        if (good.Length == 0)
            return points.OrderBy(point => point.Loss + point.LossError).ThenBy(point => point.SynapticOperations).First();
        double least = good.Min(point => point.SynapticOperations);
        return good.Where(point => point.SynapticOperations <= least * Tie)
            .OrderBy(point => point.Candidate.WeightBits).ThenBy(point => point.Steps).ThenBy(point => point.SynapticOperations).First();
    }

    /// <summary>
    /// The Pareto front of loss and operations, from few operations to many; of points that cost the same only the last, which
    /// loses least.
    /// </summary>
    public static TuningPoint[] Front(IReadOnlyCollection<TuningPoint> points)
    {
        var front = new List<TuningPoint>();
        double cost = 0;
        foreach (TuningPoint point in points.OrderBy(point => point.SynapticOperations).ThenBy(point => point.Loss))
        {
            if (front.Count > 0 && front[^1].Loss <= point.Loss)
                continue;
            bool costsTheSame = front.Count > 0 && point.SynapticOperations <= cost * Tie;
            if (costsTheSame)
                front.RemoveAt(front.Count - 1);
            else
                cost = point.SynapticOperations;
            front.Add(point);
        }
        return [.. front];
    }
}
