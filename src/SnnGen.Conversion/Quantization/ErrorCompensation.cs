using SnnGen.Conversion.LinearPrograms;

namespace SnnGen.Conversion.Quantization;

/// <summary>
/// Rounds one weight at a time, in order of decreasing input energy, and lets the weights not yet rounded absorb its
/// error, in the metric H = XᵀX/N + δI (optimal brain surgeon; Frantar et al. 2022, arXiv 2210.17323).
/// </summary>
internal abstract class ErrorCompensation
{
    // Relative to the mean energy of an input.
    private const double RelativeDamping = 0.1;

    protected ErrorCompensation(RateMatrix rates)
    {
        Rates = rates;
        Order = [.. Enumerable.Range(0, rates.Inputs).OrderByDescending(j => rates.Energies[j]).ThenBy(j => j)];
        Damping = Math.Max(RelativeDamping * rates.Energies.Average() / rates.Samples, 1e-12);
    }

    protected RateMatrix Rates { get; }

    /// <summary>The inputs by decreasing energy.</summary>
    protected int[] Order { get; }

    /// <summary>δ.</summary>
    protected double Damping { get; }

    /// <summary>The form that is cheaper: H is as large as the inputs are many, and its part XᵀX of no higher rank than there are samples.</summary>
    public static ErrorCompensation Of(RateMatrix rates) =>
        rates.Samples < rates.Inputs / 2 ? new SampleCompensation(rates) : new InputCompensation(rates);

    /// <summary>Integers q of the grid with <paramref name="step"/> · q near w as far as the currents go.</summary>
    public abstract int[] Round(double[] weights, double step, WeightGrid grid);
}
