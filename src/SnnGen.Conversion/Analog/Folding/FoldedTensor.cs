using System.Collections.Immutable;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>
/// A tensor of the model as the layers hold it: signals, and for each element of the tensor where it is found. Layouts,
/// concatenations and padding are all in this numbering, so that none of them costs anything.
/// </summary>
/// <param name="Parts">The signals, numbered one after the other.</param>
/// <param name="Order">Row-major, for each element the unit that holds it, or <see cref="Zero"/>.</param>
internal sealed record FoldedTensor(ImmutableArray<Signal> Parts, int[] Order)
{
    /// <summary>An element that is always 0: padding.</summary>
    public const int Zero = -1;

    /// <summary>A signal, its units in order.</summary>
    public static FoldedTensor Of(Signal signal) => new([signal], [.. Enumerable.Range(0, signal.Size)]);

    /// <summary>A map, its elements channels × height × width.</summary>
    public static FoldedTensor OfMap(Signal signal) => new([signal], [.. Enumerable.Range(0, signal.Size).Select(k =>
    {
        (int row, int column, int channel) = signal.Map.Locate(k, ChannelOrder.First);
        return signal.Map.Index(row, column, channel);
    })]);

    /// <summary>Tensors one after the other.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="join">Joins their elements, those of one tensor numbered after those of the one before.</param>
    public static FoldedTensor Join(IReadOnlyList<FoldedTensor> tensors, Func<int[][], int[]> join)
    {
        var orders = new int[tensors.Count][];
        for (int i = 0, offset = 0; i < orders.Length; i++)
        {
            int first = offset;
            orders[i] = Array.ConvertAll(tensors[i].Order, unit => unit == Zero ? Zero : first + unit);
            offset += tensors[i].Offsets()[^1];
        }
        return new FoldedTensor([.. tensors.SelectMany(tensor => tensor.Parts)], join(orders));
    }

    /// <summary>Number of the first unit of each part, and the number of all.</summary>
    public int[] Offsets()
    {
        var offsets = new int[Parts.Length + 1];
        for (int p = 0; p < Parts.Length; p++)
            offsets[p + 1] = offsets[p] + Parts[p].Size;
        return offsets;
    }

    /// <summary>The part and its unit that a unit is.</summary>
    public static (int Part, int Unit) Locate(int[] offsets, int unit)
    {
        int found = Array.BinarySearch(offsets, unit);
        // Parts are never empty, so that no two offsets are equal.
        int part = found >= 0 ? found : ~found - 1;
        return (part, unit - offsets[part]);
    }

    /// <summary>One value an element as one value a unit of each part.</summary>
    /// <param name="values">Row-major.</param>
    /// <param name="otherwise">For units that are no element.</param>
    public double[][] PerUnit(double[] values, double otherwise)
    {
        int[] offsets = Offsets();
        double[][] result = [.. Parts.Select(part => Enumerable.Repeat(otherwise, part.Size).ToArray())];
        for (int k = 0; k < Order.Length; k++)
            if (Order[k] != Zero)
            {
                (int part, int unit) = Locate(offsets, Order[k]);
                result[part][unit] = values[k];
            }
        return result;
    }
}
