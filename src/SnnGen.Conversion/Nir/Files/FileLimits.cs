namespace SnnGen.Conversion.Nir.Files;

/// <summary>How much a file may still ask for, so that a small file cannot take all memory.</summary>
/// <param name="fileLength">Length of the file in bytes.</param>
internal sealed class FileLimits(long fileLength)
{
    /// <summary>Graphs within graphs, at most.</summary>
    public const int Depth = 16;

    // 512 MB of doubles: more weights than any class can hold.
    private const long MostValues = 1L << 26;

    /// <summary>Deflate, HDF5's usual compression, makes at most 1,032 bytes of one.</summary>
    private const long MostExpansion = 1032;

    private const int MostNodes = 1 << 16;

    private readonly long _mostValues = Math.Min(MostValues, MostExpansion * fileLength);
    private long _values;
    private int _nodes;

    /// <summary>Counts the values of one dataset.</summary>
    /// <param name="extents">Its extents.</param>
    /// <param name="elementSize">Bytes of an element; a long one counts as several values.</param>
    /// <param name="where">What it is, for people.</param>
    /// <returns>Their product.</returns>
    /// <exception cref="NirFault">SNN1002: no file of this length holds so many.</exception>
    public int TakeValues(IReadOnlyList<ulong> extents, int elementSize, string where)
    {
        long size = Size(extents), taken = size * Words(elementSize);
        if (taken > _mostValues - _values)
            throw NirFault.Corrupt($"{where} has the shape ({string.Join(", ", extents)}), more than this file can hold; write or copy the file again");
        _values += taken;
        return (int)size;
    }

    /// <summary>Counts a node.</summary>
    /// <exception cref="NirFault">SNN1002: there are too many.</exception>
    public void TakeNode()
    {
        if (++_nodes > MostNodes)
            throw NirFault.Corrupt($"holds more than {MostNodes} nodes, or graphs that contain themselves; write the file again");
    }

    /// <summary>True where the file is long enough for these values, one after the other.</summary>
    public bool AllowsPlain(IReadOnlyList<ulong> extents, int elementSize) => Size(extents) * elementSize <= fileLength;

    /// <summary>True where the file is long enough for the addresses of these chunks, and none is larger than all values may be.</summary>
    public bool AllowsChunks(IReadOnlyList<ulong> extents, IReadOnlyList<ulong> chunk, int elementSize)
    {
        bool isSound = chunk.Count == extents.Count && !chunk.Contains(0UL) && Size(chunk) * Words(elementSize) <= _mostValues;
        return isSound && Size([.. extents.Zip(chunk, (extent, length) => extent / length + Math.Min(1, extent % length))]) * sizeof(ulong) <= fileLength;
    }

    private static long Words(int elementSize) => (Math.Max(0L, elementSize) + sizeof(double) - 1) / sizeof(double);

    /// <summary>The product, or a number above every limit.</summary>
    private static long Size(IReadOnlyList<ulong> extents) => extents.Contains(0UL)
        ? 0
        : extents.Aggregate(1L, (product, extent) => extent > MostValues || product > MostValues ? MostValues + 1 : product * (long)extent);
}
