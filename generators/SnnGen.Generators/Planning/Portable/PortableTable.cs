using SnnGen.Spiking;
using SnnGen.Spiking.Memory;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>Constants of a network; one value where it serves for all.</summary>
/// <param name="Element">Type of a value.</param>
/// <param name="Integers">The values of an integer type.</param>
/// <param name="Floats">The values of single precision.</param>
internal sealed record PortableTable(TableElement Element, EquatableArray<int> Integers, EquatableArray<float> Floats)
{
    /// <summary>Number of values.</summary>
    public int Count => Element == TableElement.Float32 ? Floats.Count : Integers.Count;

    /// <summary>A table of integers, of the narrowest type.</summary>
    public static PortableTable Of(EquatableArray<int> values) => new(
        TableWidth.Of(values.AsSpan()) switch
        {
            1 => TableElement.SByte,
            2 => TableElement.Int16,
            _ => TableElement.Int32,
        },
        values, default);

    /// <summary>All values of a tensor.</summary>
    public static PortableTable Of(Tensor tensor) => tensor switch
    {
        IntegerTensor integers => Of(integers.Values),
        Float32Tensor floats => new PortableTable(TableElement.Float32, default, floats.Values),
        _ => throw new NotSupportedException(tensor.GetType().Name),
    };

    /// <summary>The values of a tensor, or only the first where all are the same.</summary>
    public static PortableTable OfParameter(Tensor tensor)
    {
        PortableTable table = Of(tensor);
        return table.Count < 2 || !TableWidth.IsUniform(tensor) ? table
            : table.Element == TableElement.Float32 ? table with { Floats = new EquatableArray<float>([table.Floats[0]]) }
            : Of(new EquatableArray<int>([table.Integers[0]]));
    }
}
