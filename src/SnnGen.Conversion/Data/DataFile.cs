using System.Buffers.Binary;
using System.IO.Compression;

namespace SnnGen.Conversion.Data;

/// <summary>Opens a data file, unpacking gzip by its signature whatever the file is called.</summary>
internal static class DataFile
{
    private const int HeadSize = 8;

    private static ReadOnlySpan<byte> GzipSignature => [0x1F, 0x8B];

    /// <summary>The first bytes of the (unpacked) content, by which the format is told.</summary>
    public static byte[] Head(string path)
    {
        using Stream stream = Open(path, out _);
        return Head(stream);
    }

    /// <summary>The (unpacked) content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Its length, or null where it is compressed.</param>
    public static Stream Open(string path, out long? length)
    {
        Stream file = RegularFile.OpenRead(path);
        try
        {
            bool isGzip = Head(file).AsSpan().StartsWith(GzipSignature);
            file.Position = 0;
            length = isGzip ? null : file.Length;
            return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Checks that a gzip file is whole: .NET takes the end of a truncated one for the end of its content. The last four
    /// bytes hold the content's length modulo 2³².
    /// </summary>
    /// <exception cref="DataFault">It is not.</exception>
    public static void RequireComplete(string path)
    {
        long length = 0;
        using (Stream content = Open(path, out _))
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = content.Read(buffer)) > 0;)
                length += read;
        }
        using Stream file = RegularFile.OpenRead(path);
        var stated = new byte[sizeof(uint)];
        file.Seek(-stated.Length, SeekOrigin.End);
        file.ReadExactly(stated);
        if (BinaryPrimitives.ReadUInt32LittleEndian(stated) != (uint)length)
            throw new DataFault("its gzip data is truncated, or not in one piece");
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[HeadSize];
        return head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
    }
}
