using System.Buffers.Binary;
using System.IO.Compression;

namespace SampleApp.Data;

/// <summary>
/// An array of bytes in the IDX format, which MNIST made known: two zero bytes, the element type (8 = unsigned
/// byte), the rank, the extents as big-endian 32-bit integers, then the elements.
/// </summary>
/// <param name="Extents">Outermost first: the number of images, their height, their width.</param>
/// <param name="Elements">Row-major.</param>
internal sealed record IdxFile(int[] Extents, byte[] Elements)
{
    private const int UnsignedByte = 8;

    /// <summary>Reads a file, gzip-compressed where its name ends in .gz.</summary>
    /// <exception cref="DataException">It is missing or corrupt.</exception>
    public static IdxFile Read(string path) => Parse(ReadBytes(path), path);

    /// <summary>The bytes of a file, decompressed.</summary>
    /// <exception cref="DataException">It is missing or corrupt.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Decompress(bytes) : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>The content of a gzip file.</summary>
    /// <exception cref="InvalidDataException">It is no gzip file.</exception>
    public static byte[] Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static IdxFile Parse(byte[] bytes, string path)
    {
        if (bytes is not [0, 0, UnsignedByte, >= 1 and <= 3, ..])
            throw new DataException($"{path} is not an IDX file of bytes");
        int rank = bytes[3];
        int headerLength = 4 + 4 * rank;
        if (bytes.Length < headerLength)
            throw new DataException($"{path} ends within its header");

        var extents = new int[rank];
        long count = 1;
        for (int i = 0; i < rank; i++)
        {
            extents[i] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + 4 * i));
            if (extents[i] <= 0 || (count *= extents[i]) > int.MaxValue)
                throw new DataException($"{path} states an impossible size in its header");
        }
        if (bytes.Length - headerLength != count)
            throw new DataException($"{path} should have {count:N0} elements and has {bytes.Length - headerLength:N0}");
        return new IdxFile(extents, bytes[headerLength..]);
    }
}
