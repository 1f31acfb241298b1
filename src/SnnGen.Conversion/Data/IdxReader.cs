using System.Buffers.Binary;

namespace SnnGen.Conversion.Data;

/// <summary>The IDX format of MNIST: two zeros, type, rank, extents, then the numbers; all big-endian, row-major.</summary>
internal static class IdxReader
{
    private static readonly Dictionary<byte, ElementType> Elements = new()
    {
        [0x08] = ElementType.UInt8, [0x09] = ElementType.Int8, [0x0B] = ElementType.Int16,
        [0x0C] = ElementType.Int32, [0x0D] = ElementType.Float32, [0x0E] = ElementType.Float64,
    };

    /// <summary>True where a file that begins with <paramref name="head"/> is of this format.</summary>
    public static bool Matches(ReadOnlySpan<byte> head) => head.Length >= 4 && head[0] == 0 && head[1] == 0 && Elements.ContainsKey(head[2]);

    /// <summary>The first <paramref name="limit"/> samples, or all where it is not positive.</summary>
    public static DataSet Read(ByteSource source, int limit)
    {
        var magic = new byte[4];
        source.Read(magic);
        var extents = new byte[magic[3] * 4];
        source.Read(extents);
        long[] dimensions = [.. extents.Chunk(4).Select(bytes => (long)BinaryPrimitives.ReadUInt32BigEndian(bytes))];
        return ArrayDecoder.Decode(source, new ArrayHeader(Elements[magic[2]], IsBigEndian: true, IsFortranOrder: false, dimensions), limit);
    }
}
