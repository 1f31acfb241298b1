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
        FileStream file = File.OpenRead(path);
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

    private static byte[] Head(Stream stream)
    {
        var head = new byte[HeadSize];
        return head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
    }
}
