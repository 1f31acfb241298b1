namespace SnnGen.Browser.Tests.Live;

/// <summary>Digits as a person may draw them: strokes of points in percent of the drawing area.</summary>
internal static class Strokes
{
    private static readonly string[] s_digits =
    [
        "50,15 30,30 25,55 35,82 55,85 72,68 75,40 65,20 50,15",
        "50,15 50,85",
        "28,32 38,18 60,18 70,32 60,52 28,82 74,82",
        "30,22 50,15 68,25 62,42 46,48 68,58 70,74 52,86 28,78",
        "35,18 28,52 72,52|64,15 60,88",
        "70,16 36,16 32,46 54,42 70,56 66,76 48,86 28,78",
        "62,14 40,38 30,64 42,84 60,82 68,66 56,54 36,60",
        "26,18 74,18 58,48 46,86",
        "62,22 44,16 34,28 44,44 62,58 66,74 50,86 34,76 38,60 58,44 64,30 62,22",
        "66,32 52,18 36,26 36,42 52,48 66,36 66,30 64,56 58,86",
    ];

    public static (int X, int Y)[][] Of(int digit) => [.. s_digits[digit].Split('|').Select(stroke => stroke.Split(' ').Select(Point).ToArray())];

    private static (int X, int Y) Point(string text) => text.Split(',') is [var x, var y] ? (int.Parse(x), int.Parse(y)) : throw new FormatException(text);
}
