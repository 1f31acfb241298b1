using System.IO.Compression;
using PureHDF.Filters;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// Reads chunks that are compressed with deflate (h5py's gzip). The library's own filter expands whatever it gets; this one
/// takes exactly a chunk.
/// </summary>
internal sealed class BoundedDeflateFilter : IH5Filter
{
    /// <summary>A checksum may follow the chunk.</summary>
    private const int MostExtra = 16;

    public ushort FilterId => DeflateFilter.Id;

    public string Name => "deflate";

    public Memory<byte> Filter(FilterInfo info)
    {
        using var source = new MemoryStream(info.Buffer.ToArray());
        using var inflated = new ZLibStream(source, CompressionMode.Decompress);
        var chunk = new byte[info.ChunkSize + MostExtra];
        int length = inflated.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        return length >= info.ChunkSize && length < chunk.Length
            ? chunk.AsMemory(0, length)
            : throw new InvalidDataException($"a chunk of {info.ChunkSize} bytes holds {(length < chunk.Length ? $"{length}" : "more")}");
    }

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) =>
        throw new NotSupportedException("files are written without compression");
}
