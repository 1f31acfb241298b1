using SnnGen.Conversion.Analog.Folding;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>What is known about a tensor of the graph when the batch is 1.</summary>
internal abstract record GraphValue;

/// <summary>Depends on the network's input: its shape is known, and how the layers compute it.</summary>
/// <param name="Dimensions">Extents with the batch at 1.</param>
/// <param name="IsFloat">False for integers: arithmetic on them truncates and is not converted.</param>
/// <param name="Values">Its elements, row-major.</param>
/// <param name="Decision">
/// Name of the Softmax, ArgMax or the like that it comes from, or null; <paramref name="Values"/> are then those before.
/// </param>
internal sealed record DataTensor(IReadOnlyList<int> Dimensions, bool IsFloat, FoldedTensor Values, string? Decision = null) : GraphValue
{
    /// <summary>Number of elements.</summary>
    public int Size => (int)Extents.Count(Dimensions);
}

/// <summary>Known in full.</summary>
/// <param name="Origin">Name of the initializer or Constant it was computed from, for complaints.</param>
/// <param name="Dimensions">Extents; none for a scalar.</param>
/// <param name="IsFloat">False for integers and booleans.</param>
/// <param name="Values">
/// Row-major. Integers too are held as doubles: exact to 2⁵³, far above any extent, and the "to the end" sentinels of
/// Slice saturate when they are read back.
/// </param>
internal sealed record ConstantTensor(string Origin, IReadOnlyList<int> Dimensions, bool IsFloat, double[] Values) : GraphValue
{
    /// <summary>The values as integers.</summary>
    public long[] Integers => [.. Values.Select(value => (long)value)];
}

/// <summary>Made by an unsupported node, or by one after such a node.</summary>
/// <param name="IsData">True where it depends on the network's input.</param>
internal sealed record UnknownTensor(bool IsData) : GraphValue;
