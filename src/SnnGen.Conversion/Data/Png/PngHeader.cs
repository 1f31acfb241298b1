using System.Buffers.Binary;

namespace SnnGen.Conversion.Data.Png;

/// <summary>What the chunk IHDR says.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="Colour">What the samples of a pixel are.</param>
/// <param name="IsInterlaced">True where the rows come in the seven passes of Adam7.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColour Colour, bool IsInterlaced)
{
    /// <summary>Length of the chunk.</summary>
    public const int Size = 13;

    private const int LargestPixels = 1 << 22;

    /// <summary>Samples a pixel, in the file.</summary>
    public int Samples => Colour switch
    {
        PngColour.TrueColour => 3,
        PngColour.GreyAlpha => 2,
        PngColour.TrueColourAlpha => 4,
        _ => 1,
    };

    /// <summary>Channels of the decoded image.</summary>
    public int Channels => Colour is PngColour.Grey or PngColour.GreyAlpha ? 1 : 3;

    /// <summary>Reads the chunk.</summary>
    /// <exception cref="DataFault">It says what no image can be, or the image is larger than any network's input.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != Size)
            throw new DataFault("its header has the wrong length");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk), height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        var colour = (PngColour)chunk[9];
        if (width == 0 || height == 0 || !IsPossible(chunk[8], colour) || chunk[10] != 0 || chunk[11] != 0 || chunk[12] > 1)
            throw new DataFault("its header says what no image can be");
        if ((ulong)width * height > LargestPixels)
            throw new DataFault($"it is too large, {width} x {height}: at most {LargestPixels} pixels are read");
        return new PngHeader((int)width, (int)height, chunk[8], colour, chunk[12] == 1);
    }

    private static bool IsPossible(int depth, PngColour colour) => colour switch
    {
        PngColour.Grey => depth is 1 or 2 or 4 or 8 or 16,
        PngColour.Palette => depth is 1 or 2 or 4 or 8,
        PngColour.TrueColour or PngColour.GreyAlpha or PngColour.TrueColourAlpha => depth is 8 or 16,
        _ => false,
    };
}
