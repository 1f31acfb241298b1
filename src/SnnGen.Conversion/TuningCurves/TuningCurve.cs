namespace SnnGen.Conversion.TuningCurves;

/// <summary>
/// r = g(I): firing rate over T steps under a constant current, a staircase with T + 1 levels, kept as the least
/// current for each number of spikes. Threshold 1, initial potential ½.
/// </summary>
/// <param name="Onsets">τ_1 ≤ … ≤ τ_T: the least current that gives at least k spikes in T steps.</param>
public sealed record TuningCurve(double[] Onsets)
{
    /// <summary>T.</summary>
    public int TimeSteps => Onsets.Length;

    /// <summary>g(I), a multiple of 1/T.</summary>
    public double Rate(double current)
    {
        int index = Array.BinarySearch(Onsets, current);
        return (double)(index < 0 ? ~index : index + 1) / TimeSteps;
    }

    /// <summary>
    /// g⁻¹(r) for 0 ≤ r ≤ 1: linear through the points ((k − ½)/T, τ_k), extrapolated by half a level at both ends.
    /// </summary>
    public double Inverse(double rate)
    {
        if (TimeSteps == 1)
            return 2 * Onsets[0] * rate;
        double position = rate * TimeSteps - 0.5;
        int k = Math.Clamp((int)Math.Floor(position), 0, TimeSteps - 2);
        return Onsets[k] + (position - k) * (Onsets[k + 1] - Onsets[k]);
    }
}
