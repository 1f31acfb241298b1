using System.IO.Compression;

namespace SnnGen.Conversion.Data.Png;

/// <summary>Decodes PNG images of every kind to bytes, grey or red, green, blue. Opacity is left out, and of 16 bits the upper 8 are kept.</summary>
/// <remarks>Images come from anywhere: nothing here is unsafe code, and no more is allocated than a network could take.</remarks>
internal static class PngDecoder
{
    /// <summary>No Deflate stream unpacks to more than so many times its length.</summary>
    private const long HighestCompression = 1032;

    // First column and row, and distances between columns and rows, of the passes.
    private static readonly (int X, int Y, int Right, int Down)[] s_whole = [(0, 0, 1, 1)];

    private static readonly (int X, int Y, int Right, int Down)[] s_adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>The image in a file's bytes.</summary>
    /// <exception cref="DataFault">It is damaged, too large or no PNG image.</exception>
    public static PngImage Decode(ReadOnlySpan<byte> file)
    {
        PngChunks chunks = PngChunks.Read(file);
        PngHeader header = chunks.Header;
        if (header.Colour == PngColour.Palette && chunks.Palette.Length == 0)
            throw new DataFault("it lacks its palette");
        int pixelBits = header.Samples * header.Depth;
        if ((long)header.Width * header.Height * pixelBits / 8 > HighestCompression * chunks.Data.Length)
            throw new DataFault("it has less data than its size needs");
        var values = new byte[header.Width * header.Height * header.Channels];
        try
        {
            using var rows = new ZLibStream(new MemoryStream(chunks.Data), CompressionMode.Decompress);
            foreach ((int x, int y, int right, int down) in header.IsInterlaced ? s_adam7 : s_whole)
            {
                int width = (header.Width - x + right - 1) / right;
                var pass = new PngRows(rows, width, pixelBits);
                for (int row = y; width > 0 && row < header.Height; row += down)
                    Place(chunks, pass.Next(), values, row * header.Width + x, right, width);
            }
            rows.ReadByte(); // the checksum is looked at behind the last row
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new DataFault("its compressed data is damaged or truncated");
        }
        return new PngImage(header.Width, header.Height, header.Channels, values);
    }

    /// <summary>Puts the pixels of a row where they belong: the first at <paramref name="start"/>, the others <paramref name="step"/> apart.</summary>
    private static void Place(PngChunks chunks, ReadOnlySpan<byte> row, byte[] values, int start, int step, int count)
    {
        PngHeader header = chunks.Header;
        int pixels = header.Width * header.Height;
        for (int k = 0; k < count; k++)
        {
            for (int c = 0; c < header.Channels; c++)
            {
                values[c * pixels + start + k * step] = header.Colour == PngColour.Palette
                    ? Colour(chunks.Palette, Sample(row, k, header.Depth), c)
                    : Scale(Sample(row, k * header.Samples + c, header.Depth), header.Depth);
            }
        }
    }

    private static int Sample(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        16 => row[2 * index],
        8 => row[index],
        _ => row[index * depth / 8] >> (8 - depth - index * depth % 8) & ((1 << depth) - 1),
    };

    private static byte Scale(int sample, int depth) => (byte)(depth < 8 ? sample * 255 / ((1 << depth) - 1) : sample);

    private static byte Colour(byte[] palette, int entry, int channel) => 3 * entry < palette.Length
        ? palette[3 * entry + channel]
        : throw new DataFault("it has a colour that its palette lacks");
}
