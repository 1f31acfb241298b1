using System.Globalization;

namespace SnnGen.Generators.Emit.Text;

/// <summary>The one place that prints numbers: every digit, suffix of the type, no culture.</summary>
internal static class Literal
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(int value) => value == int.MinValue ? "int.MinValue" : value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nine digits give every float back; −0 keeps its sign on every runtime of the compiler.</summary>
    public static string Of(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), "a literal must be finite");
        return value == 0
            ? double.IsNegativeInfinity(1.0 / value) ? "-0f" : "0f"
            : value.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>Seventeen digits give every double back.</summary>
    public static string Of(double value) => double.IsNaN(value) || double.IsInfinity(value)
        ? throw new ArgumentOutOfRangeException(nameof(value), "a literal must be finite")
        : value.ToString("G17", CultureInfo.InvariantCulture) + "d";

    public static string Of(ulong value) => "0x" + value.ToString("X", CultureInfo.InvariantCulture) + "UL";
}
