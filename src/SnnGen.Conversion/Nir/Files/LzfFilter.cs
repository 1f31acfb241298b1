using PureHDF.Filters;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// Reads chunks that are compressed with h5py's LZF, which NIR's package offers beside gzip: runs of literals, and copies of
/// what was there shortly before.
/// </summary>
internal sealed class LzfFilter : IH5Filter
{
    private const int ShortestCopy = 2, LongLength = 7;

    public ushort FilterId => 32000;

    public string Name => "lzf";

    public Memory<byte> Filter(FilterInfo info)
    {
        // What LZF does not make shorter h5py stores as it is, with a mark on the chunk that the library does not regard.
        if (info.Buffer.Length == info.ChunkSize)
            return info.Buffer;
        ReadOnlySpan<byte> source = info.Buffer.Span;
        var chunk = new byte[info.ChunkSize];
        int from = 0, to = 0;
        while (from < source.Length)
        {
            int control = source[from++];
            int length = control >> 5;
            if (length == 0)
            {
                source.Slice(from, control + 1).CopyTo(chunk.AsSpan(to));
                (from, to) = (from + control + 1, to + control + 1);
                continue;
            }
            if (length == LongLength)
                length += source[from++];
            int distance = ((control & 0x1F) << 8) + source[from++] + 1;
            // One by one: a copy may overlap itself, which repeats a pattern.
            for (int end = to + length + ShortestCopy; to < end; to++)
                chunk[to] = chunk[to - distance];
        }
        return to == chunk.Length ? chunk : throw new InvalidDataException($"a chunk of {chunk.Length} bytes holds {to}");
    }

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) =>
        throw new NotSupportedException("files are written without compression");
}
