using System.Globalization;
using SnnGen.Conversion;

namespace SnnGen.Tool.Tuning;

/// <summary>What one conversion of the search has of its own; all else is the user's.</summary>
/// <param name="TimeSteps">T.</param>
/// <param name="Keep">Share of the channels that each hidden layer keeps.</param>
/// <param name="Weights">Number format.</param>
internal sealed record Candidate(int TimeSteps, double Keep, WeightFormat Weights)
{
    /// <summary>Bits of a weight.</summary>
    public int WeightBits => Weights switch
    {
        WeightFormat.Int2 => 2,
        WeightFormat.Int3 => 3,
        WeightFormat.Int4 => 4,
        WeightFormat.Int8 => 8,
        _ => 32,
    };

    /// <summary>Whether it has no more of anything than <paramref name="other"/>: where that one loses too much, so does this.</summary>
    public bool IsWithin(Candidate other) =>
        TimeSteps <= other.TimeSteps && Keep <= other.Keep && WeightBits <= other.WeightBits;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"T = {TimeSteps}, keep {Keep}, {Weights}");
}
