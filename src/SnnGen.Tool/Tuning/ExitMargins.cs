using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Tuning;

/// <summary>The margins that are worth a try: round numbers about the lead that the ANN's decisions have.</summary>
internal static class ExitMargins
{
    private const double Least = 0.1, Most = 10;

    private static readonly double[] s_digits = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

    /// <summary>Ten a decade, from a tenth of the ANN's median lead to ten times that, ascending.</summary>
    /// <param name="ann">At least one; each of at least two outputs.</param>
    public static double[] Around(AnalogOutcome[] ann)
    {
        double[] leads = [.. ann.Select(outcome => outcome.Values.OrderDescending().ToArray()).Select(values => values[0] - values[1]).Order()];
        double lead = leads[leads.Length / 2];
        if (!(lead > 0 && double.IsFinite(lead)))
            return [];
        int decade = (int)Math.Floor(Math.Log10(lead));
        return
        [
            .. from exponent in Enumerable.Range(decade - 1, 4)
               from digits in s_digits
               let margin = Round(digits, exponent)
               where margin >= Least * lead && margin <= Most * lead
               select margin,
        ];
    }

    // Powers of ten are exact where they are whole, so that 1.2 · 10⁻² is written 0.012.
    private static double Round(double digits, int exponent) =>
        exponent < 0 ? digits * 10 / Math.Pow(10, 1 - exponent) : digits * Math.Pow(10, exponent);
}
