namespace SnnGen.Conversion.Quantization;

/// <summary>Which integers a weight may be.</summary>
/// <param name="Largest">The largest, in magnitude.</param>
/// <param name="IsNonNegative">Whether none may be negative.</param>
/// <param name="KeepsZeros">Whether a weight of zero must stay zero.</param>
internal readonly record struct WeightGrid(int Largest, bool IsNonNegative, bool KeepsZeros)
{
    /// <summary>Whether <paramref name="integer"/> may stand for the weight <paramref name="relaxed"/>.</summary>
    public bool Allows(int integer, double relaxed) =>
        integer <= Largest && integer >= (IsNonNegative ? 0 : -Largest) && (integer == 0 || relaxed != 0 || !KeepsZeros);

    /// <summary>The allowed integer nearest to <paramref name="value"/>, which stands for the weight <paramref name="relaxed"/>.</summary>
    public int Round(double value, double relaxed) => KeepsZeros && relaxed == 0
        ? 0
        : Math.Clamp((int)Math.Round(Math.Clamp(value, -Largest, Largest)), IsNonNegative ? 0 : -Largest, Largest);
}
