using System.Buffers.Binary;

namespace SnnGen.Conversion.Data.Png;

/// <summary>What the chunks of a file hold, as far as pixels go; their checksums are right.</summary>
/// <param name="Header">IHDR.</param>
/// <param name="Palette">PLTE, three bytes a colour; empty where there is none.</param>
/// <param name="Data">IDAT, all in one: the compressed rows.</param>
internal sealed record PngChunks(PngHeader Header, byte[] Palette, byte[] Data)
{
    private const int Frame = 12, AncillaryBit = 0x20, LargestPalette = 3 * 256;

    /// <summary>First bytes of every such file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="DataFault">It is damaged, or no PNG image.</exception>
    public static PngChunks Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            throw new DataFault("it is no PNG image");
        PngHeader? header = null;
        byte[] palette = [];
        using var data = new MemoryStream();
        ReadOnlySpan<byte> type = default;
        for (int position = Signature.Length; !type.SequenceEqual("IEND"u8); position += Frame)
        {
            ReadOnlySpan<byte> content = Content(file[position..], out type);
            position += content.Length;
            if (header is null != type.SequenceEqual("IHDR"u8))
                throw new DataFault("its header is not the first part, or comes twice");
            if (type.SequenceEqual("IHDR"u8))
                header = PngHeader.Read(content);
            else if (type.SequenceEqual("PLTE"u8))
                palette = content.Length is > 0 and <= LargestPalette && content.Length % 3 == 0 ? content.ToArray() : throw new DataFault("its palette is damaged");
            else if (type.SequenceEqual("IDAT"u8))
                data.Write(content);
            else if ((type[0] & AncillaryBit) == 0 && !type.SequenceEqual("IEND"u8))
                throw new DataFault("it has a part that is not known and cannot be left out");
        }
        return new PngChunks(header!, palette, data.ToArray());
    }

    /// <summary>The next chunk: length, type, content, checksum of type and content.</summary>
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type)
    {
        uint length = rest.Length < Frame ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Frame)
            throw new DataFault("it is truncated");
        ReadOnlySpan<byte> body = rest.Slice(4, (int)length + 4);
        if (Checksum(body) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            throw new DataFault("it is damaged: a checksum is wrong");
        type = body[..4];
        return body[4..];
    }

    /// <summary>CRC-32 of a type and its content.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        const uint Polynomial = 0xEDB88320;
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }
        return ~crc;
    }
}
