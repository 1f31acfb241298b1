using System.Collections.Immutable;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Data;

/// <summary>Reads the numbers that follow a header.</summary>
internal static class ArrayDecoder
{
    /// <summary>Bound on the numbers read from one file (2²⁸, 1 GB), so that a small compressed file cannot ask for all memory.</summary>
    public const int MaximumElements = 1 << 28;

    private const int ChunkElements = 1 << 16;

    /// <summary>NumPy has no arrays of more axes; the time to reorder an array grows with them.</summary>
    private const int MostAxes = 64;

    /// <summary>The first <paramref name="limit"/> samples, or all where it is not positive.</summary>
    /// <exception cref="DataFault">The header is impossible, or the data is shorter than it says.</exception>
    public static DataSet Decode(ByteSource source, ArrayHeader header, int limit)
    {
        string text = $"({string.Join(", ", header.Dimensions.Take(MostAxes))})";
        if (header.Dimensions.Count == 0 || header.Dimensions.Any(extent => extent < 1))
            throw new DataFault($"an array of shape {text} holds no samples");
        if (header.Dimensions.Count > MostAxes)
            throw new DataFault($"an array of {header.Dimensions.Count} axes is none of NumPy's, which have at most {MostAxes}");
        long samples = header.Dimensions[0];
        int count = (int)Math.Min(samples, limit > 0 ? limit : int.MaxValue);
        ImmutableArray<long> sample = header.Dimensions.Count == 1 ? [1] : [.. header.Dimensions.Skip(1)];

        // In Fortran order each sample is spread over the whole file.
        long stored = Product([header.IsFortranOrder ? samples : count, .. sample], text);
        float[] values = ReadElements(source, header, (int)stored);
        int[] shape = [.. sample.Select(extent => (int)extent)];
        if (header.IsFortranOrder)
            values = ToRowMajor(values, (int)samples, count, shape);
        return new DataSet(TensorShape.Of(shape), count, values, header.Element == ElementType.UInt8);
    }

    private static long Product(IEnumerable<long> extents, string text)
    {
        long product = 1;
        foreach (long extent in extents)
        {
            if (extent > MaximumElements || (product *= extent) > MaximumElements)
                throw new DataFault($"an array of shape {text} is too large: at most {MaximumElements} numbers are read");
        }
        return product;
    }

    private static float[] ReadElements(ByteSource source, ArrayHeader header, int count)
    {
        int size = header.Element.Size;
        source.Require((long)count * size);
        var values = new float[source.IsLengthKnown ? count : Math.Min(count, ChunkElements)];
        var chunk = new byte[Math.Min(count, ChunkElements) * size];
        for (int start = 0; start < count; start += ChunkElements)
        {
            int length = Math.Min(ChunkElements, count - start);
            source.Read(chunk.AsSpan(0, length * size));
            if (start + length > values.Length)
                Array.Resize(ref values, (int)Math.Min(count, values.Length * 2L));
            for (int i = 0; i < length; i++)
                values[start + i] = DecodeElement(header, chunk.AsSpan(i * size, size));
        }
        return values;
    }

    private static float DecodeElement(ArrayHeader header, Span<byte> bytes)
    {
        if (header.IsBigEndian)
            bytes.Reverse();
        return header.Element.Decode(bytes);
    }

    private static float[] ToRowMajor(float[] stored, int samples, int count, int[] shape)
    {
        int size = stored.Length / samples;
        var values = new float[(long)count * size];
        var index = new int[shape.Length];
        for (int i = 0; i < size; i++)
        {
            long column = 0;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
                column = column * shape[axis] + index[axis];
            for (int sample = 0; sample < count; sample++)
                values[(long)sample * size + i] = stored[column * samples + sample];
            for (int axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
                index[axis] = 0;
        }
        return values;
    }
}
