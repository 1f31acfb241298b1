using System.Text;

namespace SampleApp.Terminal;

/// <summary>A greyscale image as text. A character is about twice as high as wide, so it shows two pixels.</summary>
internal static class Picture
{
    private const string Shades = " ░▒▓█";

    // The last 24 of the 256 standard colours are a ramp of greys.
    private const int FirstGrey = 232, Greys = 24;

    /// <summary>The lines of the picture, each <paramref name="width"/> columns.</summary>
    public static string[] Lines(ReadOnlySpan<byte> pixels, int width, Screen screen)
    {
        var lines = new string[(pixels.Length / width + 1) / 2];
        for (int i = 0; i < lines.Length; i++)
        {
            ReadOnlySpan<byte> upper = pixels.Slice(2 * i * width, width);
            ReadOnlySpan<byte> rest = pixels[((2 * i + 1) * width)..];
            ReadOnlySpan<byte> lower = rest.IsEmpty ? new byte[width] : rest[..width];
            lines[i] = screen.Colour ? HalfBlocks(upper, lower) : Shaded(upper, lower);
        }
        return lines;
    }

    /// <summary>▀ with the upper pixel as its colour and the lower one as its background.</summary>
    private static string HalfBlocks(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower)
    {
        var line = new StringBuilder();
        for (int i = 0; i < upper.Length; i++)
            line.Append($"\e[38;5;{Grey(upper[i])};48;5;{Grey(lower[i])}m▀");
        return line.Append("\e[0m").ToString();
    }

    private static string Shaded(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower)
    {
        var line = new StringBuilder();
        for (int i = 0; i < upper.Length; i++)
            line.Append(Shades[(upper[i] + lower[i]) * Shades.Length / 512]);
        return line.ToString();
    }

    private static int Grey(byte pixel) => FirstGrey + pixel * Greys / 256;
}
