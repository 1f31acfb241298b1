namespace SnnGen.Conversion.Data.Png;

/// <summary>Reads rows of samples and undoes their filters.</summary>
/// <param name="stream">The unpacked rows, each after the number of its filter.</param>
/// <param name="width">Pixels a row.</param>
/// <param name="pixelBits">Bits a pixel.</param>
internal sealed class PngRows(Stream stream, int width, int pixelBits)
{
    private readonly int _pixel = Math.Max(1, pixelBits / 8);
    private byte[] _row = new byte[((long)width * pixelBits + 7) / 8], _above = new byte[((long)width * pixelBits + 7) / 8];

    /// <summary>The bytes of the next row, until the one after is read.</summary>
    /// <exception cref="EndOfStreamException">There is none.</exception>
    /// <exception cref="DataFault">Its filter is none.</exception>
    public ReadOnlySpan<byte> Next()
    {
        (_row, _above) = (_above, _row);
        int filter = stream.ReadByte();
        stream.ReadExactly(_row);
        for (int i = 0; i < _row.Length; i++)
        {
            int left = i < _pixel ? 0 : _row[i - _pixel], corner = i < _pixel ? 0 : _above[i - _pixel];
            _row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => _above[i],
                3 => (left + _above[i]) / 2,
                4 => Paeth(left, _above[i], corner),
                _ => throw new DataFault("it has a filter that is not known"),
            });
        }
        return _row;
    }

    /// <summary>The neighbour that is nearest to left + above − corner.</summary>
    private static int Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner), toAbove = Math.Abs(left - corner), toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
