using System.Globalization;

namespace SnnGen.Fuzzing.Guided;

/// <summary>How long a reader is given damaged files.</summary>
/// <param name="Time">At most so long.</param>
/// <param name="Inputs">At most so many: then slow machines try as much as fast ones.</param>
internal sealed record Limit(TimeSpan Time, long Inputs)
{
    private const char CountMark = 'x';

    /// <summary>Seconds, as in <c>600</c>, or a number of inputs, as in <c>3000x</c>.</summary>
    public static Limit Parse(string text) => text.EndsWith(CountMark)
        ? new Limit(TimeSpan.MaxValue, long.Parse(text.TrimEnd(CountMark), CultureInfo.InvariantCulture))
        : new Limit(TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)), long.MaxValue);
}
