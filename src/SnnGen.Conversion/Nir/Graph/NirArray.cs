using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Graph;

/// <summary>A tensor of numbers, row-major.</summary>
public sealed record NirArray
{
    /// <summary>A tensor of <paramref name="shape"/> with the elements <paramref name="values"/>.</summary>
    /// <param name="shape">Extents, outermost first; empty for a scalar.</param>
    /// <param name="values">Elements, the last axis fastest.</param>
    /// <param name="isSingle">True where a file holds them in single precision; each value is then one of that precision.</param>
    /// <exception cref="ArgumentException">There are not as many values as the shape says.</exception>
    public NirArray(EquatableArray<int> shape, EquatableArray<double> values, bool isSingle)
    {
        if (shape.Aggregate(1L, (product, extent) => checked(product * extent)) != values.Count)
            throw new ArgumentException($"{values.Count} values have not the shape ({string.Join(", ", shape)})", nameof(values));
        (Shape, Values, IsSingle) = (shape, values, isSingle);
    }

    /// <summary>Extents, outermost first; empty for a scalar.</summary>
    public EquatableArray<int> Shape { get; }

    /// <summary>Elements, the last axis fastest.</summary>
    public EquatableArray<double> Values { get; }

    /// <summary>True where a file holds the values in single precision.</summary>
    public bool IsSingle { get; }

    /// <summary>Number of elements; 1 for a scalar.</summary>
    public int Size => Values.Count;

    /// <summary>A tensor of single precision.</summary>
    /// <param name="shape">Extents, outermost first; empty for a scalar.</param>
    /// <param name="values">Elements, the last axis fastest.</param>
    public static NirArray Single(ReadOnlySpan<int> shape, ReadOnlySpan<float> values)
    {
        var widened = new double[values.Length];
        for (int i = 0; i < widened.Length; i++)
            widened[i] = values[i];
        return new NirArray(new EquatableArray<int>(shape.ToArray()), new EquatableArray<double>(widened), isSingle: true);
    }

    /// <summary>A tensor of double precision.</summary>
    /// <param name="shape">Extents, outermost first; empty for a scalar.</param>
    /// <param name="values">Elements, the last axis fastest.</param>
    public static NirArray Double(ReadOnlySpan<int> shape, ReadOnlySpan<double> values) =>
        new(new EquatableArray<int>(shape.ToArray()), new EquatableArray<double>(values.ToArray()), isSingle: false);
}
