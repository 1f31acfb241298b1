namespace SnnGen.Conversion.Data;

/// <summary>Bytes of a file whose stated sizes need not be true: a read fails before it allocates what is not there.</summary>
/// <param name="stream">Where the bytes come from.</param>
/// <param name="length">Number of bytes, or null where only reading tells (compressed data).</param>
internal sealed class ByteSource(Stream stream, long? length)
{
    private long _consumed;

    /// <summary>The bytes as a stream, from here on.</summary>
    public Stream Stream => stream;

    /// <summary>True where the number of bytes is known, so that <see cref="Require"/> has checked it.</summary>
    public bool IsLengthKnown => length is not null;

    /// <summary>Checks, as far as that can be told yet, that <paramref name="count"/> more bytes are there.</summary>
    /// <exception cref="DataFault">There are fewer.</exception>
    public void Require(long count)
    {
        if (count > length - _consumed)
            throw new DataFault($"it has {length - _consumed} bytes left where its header promises {count}");
    }

    /// <summary>Fills <paramref name="target"/> with the next bytes.</summary>
    /// <exception cref="DataFault">There are fewer.</exception>
    public void Read(Span<byte> target)
    {
        int read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        _consumed += read;
        if (read < target.Length)
            throw new DataFault($"it ends after {_consumed} bytes, before the data that its header promises");
    }
}
