namespace SnnGen.Fuzzing.Mutation;

/// <summary>Numbers at which readers go wrong.</summary>
internal static class Extremes
{
    public static readonly long[] Integers =
    [
        0, 1, -1, 2, 16, 127, 128, 255, 256, short.MaxValue, short.MinValue, ushort.MaxValue, 1 << 16, 1 << 24, 1 << 28, int.MaxValue, int.MinValue,
        uint.MaxValue, 1L << 32, 1_000_000_000_000, long.MaxValue, long.MinValue, 3_037_000_500,
    ];

    public static readonly string[] Words =
    [
        "0", "-1", "1", "2147483647", "2147483648", "-2147483648", "4294967296", "1000000000000", "9223372036854775807", "99999999999999999999999999",
        "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-400", "1e38", "0.1", "1E1000000000", "0x10", "1_000", "+1", "00", "true", "null", "\"\"", "[]", "{}",
        "\"", "'", "\\", "\\u0000", "\\ud800", "\0", "\uFEFF", "\r", "\n", "\t", ",", ";", ":", "(", ")", "[[[[", "{\"a\":{\"a\":", "../x", "C:\\x", "/etc/passwd", "%00", "٣", "é",
    ];
}
