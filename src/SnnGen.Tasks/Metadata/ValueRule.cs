using System.Globalization;

namespace SnnGen.Tasks.Metadata;

/// <summary>Which values a metadata may have, and how each is written on the converter's command line.</summary>
/// <param name="Allowed">The permitted values in words, for messages and the documentation.</param>
/// <param name="Normalise">The command line's spelling of a value, or null where the value is not allowed.</param>
internal sealed record ValueRule(string Allowed, Func<string, string?> Normalise)
{
    /// <summary>Anything: who uses the value judges it.</summary>
    public static ValueRule Text(string allowed) => new(allowed, value => value);

    /// <summary>One of a few words, in any case. The command line has them in lower case unless said otherwise.</summary>
    public static ValueRule Choice(params (string Word, string Option)[] choices) => new(
        string.Join(", ", choices.Select(choice => $"`{choice.Word}`")),
        value => choices.FirstOrDefault(choice => choice.Word.Equals(value, StringComparison.OrdinalIgnoreCase)).Option);

    /// <summary>A list of words, separated by semicolons, each at most once; normalised to the rule's spelling.</summary>
    public static ValueRule ListOf(ValueRule item) => new(
        $"a list of {item.Allowed}, separated by semicolons",
        value =>
        {
            string?[] items = [.. Split(value).Select(item.Normalise)];
            bool isValid = items.Length > 0 && !items.Contains(null) && items.Distinct().Count() == items.Length;
            return isValid ? string.Join(";", items) : null;
        });

    /// <summary>A whole number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static ValueRule Integer(int minimum, int maximum) => new(
        string.Format(CultureInfo.InvariantCulture, "a whole number from {0} to {1}", minimum, maximum),
        value => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= minimum && number <= maximum
                ? number.ToString(CultureInfo.InvariantCulture)
                : null);

    /// <summary>A list of whole numbers, separated by commas or semicolons; normalised to commas.</summary>
    public static ValueRule Integers(int minimum, int maximum)
    {
        ValueRule item = Integer(minimum, maximum);
        return new(
            string.Format(CultureInfo.InvariantCulture, "whole numbers from {0} to {1}, as in `64,32`", minimum, maximum),
            value =>
            {
                string?[] items = [.. value.Split(',', ';').Select(part => item.Normalise(part.Trim()))];
                return items.Contains(null) ? null : string.Join(",", items);
            });
    }

    /// <summary>A finite number that satisfies <paramref name="holds"/>.</summary>
    public static ValueRule Number(string allowed, Func<double, bool> holds) => new(
        allowed,
        value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsNaN(number) && !double.IsInfinity(number) && holds(number)
                ? number.ToString("R", CultureInfo.InvariantCulture)
                : null);

    /// <summary>The items of a list separated by semicolons, trimmed, empty ones left out.</summary>
    public static IEnumerable<string> Split(string list) =>
        list.Split(';').Select(item => item.Trim()).Where(item => item.Length > 0);
}
