using SnnGen.Spiking.Numerics;

namespace SnnGen.Tool.Reporting.Measurement;

/// <summary>A grey picture.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Shades">Row by row, 0 to 1.</param>
internal sealed record Picture(int Height, int Width, double[] Shades)
{
    private const int Smallest = 4, Largest = 64;

    /// <summary>
    /// Values as a picture: of one channel as they are, of several their mean. A plain vector is taken for a square one where it has that many values. Null where it is none.
    /// </summary>
    /// <param name="shape">Extents of the input, channels first or last.</param>
    /// <param name="values">The values.</param>
    public static Picture? Of(TensorShape shape, ReadOnlySpan<float> values)
    {
        int[] extents = [.. shape.Dimensions];
        int side = (int)Math.Sqrt(values.Length);
        (int height, int width, int channels, bool isFirst) = extents switch
        {
            [int h, int w, int c and (1 or 3)] => (h, w, c, false),
            [int c and (1 or 3), int h, int w] => (h, w, c, true),
            [int h, int w] => (h, w, 1, false),
            [int n] when side * side == n => (side, side, 1, false),
            _ => (0, 0, 1, false),
        };
        if (Math.Min(height, width) < Smallest || Math.Max(height, width) > Largest)
            return null;
        var shades = new double[height * width];
        for (int p = 0; p < shades.Length; p++)
            for (int c = 0; c < channels; c++)
                shades[p] += values[isFirst ? c * shades.Length + p : p * channels + c] / channels;
        double low = shades.Min(), range = shades.Max() - low;
        return new Picture(height, width, [.. shades.Select(shade => range == 0 ? 0 : (shade - low) / range)]);
    }
}
