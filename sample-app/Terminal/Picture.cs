using System.Text;

namespace SampleApp.Terminal;

/// <summary>A greyscale image as text. A character is about twice as high as wide, so it shows two pixels.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Width">Columns of each, escape sequences not counted.</param>
internal sealed record Picture(string[] Lines, int Width)
{
    private const int SmallestWidth = 16;

    // The last 24 of the 256 standard colours are a ramp of greys.
    private const int FirstGrey = 232, Greys = 24;

    /// <summary>Draws an image; a tiny one is enlarged.</summary>
    /// <param name="pixels">Row-major, 0 to 255, an even number of rows.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="screen">Where it will be written.</param>
    public static Picture Draw(ReadOnlySpan<byte> pixels, int width, Screen screen)
    {
        int zoom = Math.Max(1, SmallestWidth / width), height = pixels.Length / width;
        var lines = new string[zoom * height / 2];
        for (int i = 0; i < lines.Length; i++)
        {
            ReadOnlySpan<byte> upper = pixels.Slice(2 * i / zoom * width, width);
            ReadOnlySpan<byte> lower = pixels.Slice((2 * i + 1) / zoom * width, width);
            lines[i] = Line(upper, lower, zoom, screen);
        }
        return new Picture(lines, zoom * width);
    }

    private static string Line(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int zoom, Screen screen)
    {
        var line = new StringBuilder();
        for (int column = 0; column < zoom * upper.Length; column++)
        {
            byte above = upper[column / zoom], below = lower[column / zoom];
            // The upper pixel is the colour of the character, the lower one its background.
            line.Append(screen.Colour
                ? $"\e[38;5;{Grey(above)};48;5;{Grey(below)}m▀"
                : $"{screen.Glyphs.Shades[(above + below) * screen.Glyphs.Shades.Length / 512]}");
        }
        return line.Append(screen.Colour ? "\e[0m" : "").ToString();
    }

    private static int Grey(byte pixel) => FirstGrey + pixel * Greys / 256;
}
