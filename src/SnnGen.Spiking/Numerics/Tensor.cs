namespace SnnGen.Spiking.Numerics;

/// <summary>Numbers of a layer (weights, biases, thresholds), row-major, in one of two storage forms.</summary>
/// <param name="Shape">Extents; <c>[1]</c> where one value serves all neurons.</param>
public abstract record Tensor(TensorShape Shape)
{
    /// <summary>Number of stored values (0 in a shape-only network).</summary>
    public abstract int Count { get; }
}

/// <summary>IEEE 754 single precision values.</summary>
/// <param name="Shape">Extents.</param>
/// <param name="Values">The values, row-major.</param>
public sealed record Float32Tensor(TensorShape Shape, EquatableArray<float> Values) : Tensor(Shape)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}

/// <summary>Signed integers of a stated width.</summary>
/// <param name="Shape">Extents.</param>
/// <param name="Bits">Storage width, 8, 16 or 32; every value fits it.</param>
/// <param name="Values">The values, row-major.</param>
public sealed record IntegerTensor(TensorShape Shape, int Bits, EquatableArray<int> Values) : Tensor(Shape)
{
    /// <inheritdoc/>
    public override int Count => Values.Count;
}
