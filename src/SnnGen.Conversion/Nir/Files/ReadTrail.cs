using System.Buffers.Binary;
using System.Text;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// The last reads of a decoder, as long as each begins where the one before ended. The HDF5 library reads field by field, so
/// their lengths tell what it is decoding.
/// </summary>
/// <param name="content">The file.</param>
internal sealed class ReadTrail(byte[] content)
{
    private const int Longest = 12;

    private readonly List<(int At, int Count)> _reads = [];

    /// <summary>Length of the file.</summary>
    public int FileLength => content.Length;

    /// <summary>Number of reads.</summary>
    public int Count => _reads.Count;

    /// <summary>Number of bytes of the last read.</summary>
    public int LastCount => _reads[^1].Count;

    /// <summary>Takes note of a read.</summary>
    /// <param name="at">Its place in the file.</param>
    /// <param name="count">Number of bytes.</param>
    public void Add(int at, int count)
    {
        if (_reads is [.., (int last, int length)] && last + length != at)
            _reads.Clear();
        if (_reads.Count == Longest)
            _reads.RemoveAt(0);
        _reads.Add((at, count));
    }

    /// <summary>Whether the reads from <paramref name="start"/> on have these numbers of bytes.</summary>
    public bool Matches(int start, params ReadOnlySpan<int> counts)
    {
        if (start < 0 || start + counts.Length > _reads.Count)
            return false;
        for (int i = 0; i < counts.Length; i++)
            if (_reads[start + i].Count != counts[i])
                return false;
        return true;
    }

    /// <summary>Whether the last reads have these numbers of bytes.</summary>
    public bool EndsWith(params ReadOnlySpan<int> counts) => Matches(_reads.Count - counts.Length, counts);

    /// <summary>A number that was read.</summary>
    public ulong Value(int read)
    {
        Span<byte> value = stackalloc byte[sizeof(ulong)];
        value.Clear();
        content.AsSpan(_reads[read].At, Math.Min(_reads[read].Count, value.Length)).CopyTo(value);
        return BinaryPrimitives.ReadUInt64LittleEndian(value);
    }

    /// <summary>A text that was read.</summary>
    public string Text(int read) => Encoding.UTF8.GetString(content, _reads[read].At, _reads[read].Count);
}
