namespace SnnGen.Tool.Reporting.Charts;

/// <summary>A linear axis: where values lie, and round numbers for its marks.</summary>
/// <param name="Low">Value at the beginning.</param>
/// <param name="High">Value at the end, above <paramref name="Low"/>.</param>
/// <param name="Start">Coordinate of the beginning.</param>
/// <param name="End">Coordinate of the end.</param>
internal sealed record Axis(double Low, double High, double Start, double End)
{
    private static readonly double[] s_steps = [1, 2, 5, 10];

    /// <summary>An axis that holds all values, with some room where the values do not end at a limit.</summary>
    /// <param name="values">The values.</param>
    /// <param name="lowest">Values never lie below.</param>
    /// <param name="highest">Values never lie above.</param>
    /// <param name="start">Coordinate of the beginning.</param>
    /// <param name="end">Coordinate of the end.</param>
    public static Axis Around(IReadOnlyCollection<double> values, double lowest, double highest, double start, double end)
    {
        double low = values.Min(), high = values.Max(), room = high > low ? (high - low) * 0.08 : Math.Max(Math.Abs(high) * 0.01, 1e-3);
        return new Axis(Math.Max(low - room, lowest), Math.Min(high + room, highest), start, end);
    }

    /// <summary>The coordinate of a value.</summary>
    public double At(double value) => Start + (value - Low) / (High - Low) * (End - Start);

    /// <summary>About <paramref name="count"/> round values.</summary>
    /// <param name="count">Wanted number of marks.</param>
    /// <param name="least">Smallest distance: 1 for whole numbers.</param>
    public IEnumerable<double> Marks(int count, double least = 0)
    {
        double raw = (High - Low) / count, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = Math.Max(least, s_steps.First(s => s * power >= raw * 0.999) * power);
        for (double k = Math.Ceiling(Low / step - 1e-9); k * step <= High + step * 1e-9; k++)
            yield return k == 0 ? 0 : k * step;
    }
}
