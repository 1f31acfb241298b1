namespace SnnGen.Spiking.Numerics;

/// <summary>Extents of a tensor, outermost first; row-major.</summary>
/// <param name="Dimensions">Positive extents.</param>
public sealed record TensorShape(EquatableArray<int> Dimensions)
{
    /// <summary>A shape from its extents.</summary>
    public static TensorShape Of(params int[] dimensions) => new(new EquatableArray<int>((int[])dimensions.Clone()));

    /// <summary>Number of elements: the product of the extents.</summary>
    /// <exception cref="OverflowException">The product does not fit an <see cref="int"/>.</exception>
    public int Size
    {
        get
        {
            int size = 1;
            foreach (int extent in Dimensions.AsSpan())
                size = checked(size * extent);
            return size;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("x", Dimensions);
}
