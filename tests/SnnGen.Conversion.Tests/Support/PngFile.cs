using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SnnGen.Conversion.Tests.Support;

/// <summary>Writes PNG images of every kind.</summary>
internal sealed record PngFile(int Width, int Height, byte ColourType, int Depth)
{
    private static readonly (int X, int Y, int Right, int Down)[] s_passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>0 to 4 for all rows; row r has filter r mod 5 where it is negative.</summary>
    public int Filter { get; init; }

    public bool IsInterlaced { get; init; }

    /// <summary>Three bytes a colour.</summary>
    public byte[]? Palette { get; init; }

    /// <summary>Samples a pixel.</summary>
    public int Samples => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public static byte[] Grey(int width, int height, byte[] pixels) => new PngFile(width, height, 0, 8).Write([.. pixels.Select(pixel => (int)pixel)]);

    public static byte[] Colour(int width, int height, byte[] pixels) => new PngFile(width, height, 2, 8).Write([.. pixels.Select(pixel => (int)pixel)]);

    /// <summary>The file of these samples, row-major, those of a pixel side by side.</summary>
    public byte[] Write(int[] samples)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach ((int x, int y, int right, int down) in IsInterlaced ? s_passes : [(0, 0, 1, 1)])
                WritePass(zlib, samples, x, y, right, down);
        }
        return Assemble(data.ToArray());
    }

    /// <summary>The file of compressed rows that need not be right.</summary>
    public byte[] Assemble(byte[] data)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9], header[12]) = ((byte)Depth, ColourType, (byte)(IsInterlaced ? 1 : 0));
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Palette is null ? [] : Chunk("PLTE", Palette), .. Chunk("IDAT", data[..(data.Length / 2)]),
            .. Chunk("IDAT", data[(data.Length / 2)..]), .. Chunk("IEND", []),
        ];
    }

    /// <summary>A part of a file, with its length and checksum.</summary>
    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        byte[] length = new byte[4], checksum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc(body));
        return [.. length, .. body, .. checksum];
    }

    private void WritePass(Stream target, int[] samples, int x, int y, int right, int down)
    {
        byte[] above = [];
        for (int row = y; row < Height && x < Width; row += down)
        {
            int[] line = [.. Enumerable.Range(0, Width).Where(column => column >= x && (column - x) % right == 0)
                .SelectMany(column => samples.Skip((row * Width + column) * Samples).Take(Samples))];
            byte[] bytes = Pack(line);
            int filter = Filter < 0 ? row % 5 : Filter;
            target.Write([(byte)filter, .. bytes.Select((value, i) => (byte)(value - Predicted(filter, bytes, above, i)))]);
            above = bytes;
        }
    }

    private byte[] Pack(int[] line)
    {
        var bytes = new byte[(line.Length * Depth + 7) / 8];
        for (int bit = 0; bit < line.Length * Depth; bit++)
            bytes[bit / 8] |= (byte)((line[bit / Depth] >> (Depth - 1 - bit % Depth) & 1) << (7 - bit % 8));
        return bytes;
    }

    private int Predicted(int filter, byte[] row, byte[] above, int i)
    {
        int pixel = Math.Max(1, Samples * Depth / 8);
        int a = i >= pixel ? row[i - pixel] : 0, b = above.Length > 0 ? above[i] : 0, c = i >= pixel && above.Length > 0 ? above[i - pixel] : 0;
        int p = a + b - c;
        return filter switch
        {
            1 => a,
            2 => b,
            3 => (a + b) / 2,
            4 => new[] { a, b, c }.MinBy(candidate => Math.Abs(p - candidate)),
            _ => 0,
        };
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
