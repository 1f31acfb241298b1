using System.Runtime.CompilerServices;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>
/// The bytes of a file for a decoder that trusts them. Addresses that lead in a circle make it read for ever or descend for
/// ever, links make it open other files, and lengths make it allocate; all that ends here, with an exception that can be caught.
/// </summary>
/// <param name="content">The file.</param>
internal sealed class GuardedStream(byte[] content) : Stream
{
    // Sound files took at most half a read and, with 1,500 nodes, twelve bytes for each byte of theirs.
    private const long ReadsPerByte = 8, BytesPerByte = 256;

    private readonly long _mostReads = (1 << 16) + ReadsPerByte * content.Length, _mostBytes = (1 << 20) + BytesPerByte * content.Length;
    private readonly ReadTrail _trail = new(content);
    private readonly LinkWatch _links = new(content);
    private long _reads, _bytes;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => content.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Position < 0 || Position >= content.Length)
            return 0;
        int count = (int)Math.Min(buffer.Length, content.Length - Position);
        if (++_reads > _mostReads || (_bytes += count) > _mostBytes)
            throw new InvalidDataException("its addresses lead in a circle");
        _trail.Add((int)Position, count);
        _links.Check(_trail);
        LengthWatch.Check(_trail);
        content.AsSpan((int)Position, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => content.Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
