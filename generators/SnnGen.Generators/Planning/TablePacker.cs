using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning;

/// <summary>Lays tensors out as little-endian words with padded rows.</summary>
internal static class TablePacker
{
    /// <summary>Weights as they are, one after the other.</summary>
    public static EquatableArray<ulong> Pack(Tensor weights, WeightStorage storage)
    {
        int width = Width(storage);
        var words = new ulong[(checked(weights.Count * width) + 7) / 8];
        for (int k = 0; k < weights.Count; k++)
            Put(words, k, width, Bits(weights, k));
        return new EquatableArray<ulong>(words);
    }

    /// <summary>Numbers of 8 bits.</summary>
    public static EquatableArray<ulong> Pack(EquatableArray<byte> values)
    {
        var words = new ulong[(values.Count + 7) / 8];
        for (int k = 0; k < values.Count; k++)
            Put(words, k, 1, values[k]);
        return new EquatableArray<ulong>(words);
    }

    /// <summary>Numbers of 32 bits.</summary>
    public static EquatableArray<ulong> Pack(int[] values)
    {
        var words = new ulong[(values.Length + 1) / 2];
        for (int k = 0; k < values.Length; k++)
            Put(words, k, 4, unchecked((uint)values[k]));
        return new EquatableArray<ulong>(words);
    }

    /// <summary>Weights, n rows of m values, each row padded with zeros.</summary>
    public static EquatableArray<ulong> PackRows(Tensor weights, WeightStorage storage, int rows, int stride)
    {
        int width = Width(storage);
        int columns = weights.Count / rows;
        var words = new ulong[checked(rows * stride * width) / 8];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                Put(words, row * stride + column, width, Bits(weights, row * columns + column));
        return new EquatableArray<ulong>(words);
    }

    /// <summary>
    /// One 32-bit value each for <paramref name="count"/> neurons or currents; fewer values are repeated, one a channel.
    /// Beyond the last the bits are <paramref name="padding"/>.
    /// </summary>
    public static EquatableArray<ulong> PackSpread(Tensor values, int count, int stride, uint padding)
    {
        var words = new ulong[stride / 2];
        for (int j = 0; j < stride; j++)
            Put(words, j, 4, j < count ? Bits(values, j % values.Count) : padding);
        return new EquatableArray<ulong>(words);
    }

    private static int Width(WeightStorage storage) => storage switch
    {
        WeightStorage.Int8 => 1,
        WeightStorage.Int16 => 2,
        _ => 4,
    };

    private static void Put(ulong[] words, int index, int width, uint bits)
    {
        int perWord = 8 / width;
        ulong value = bits & (uint.MaxValue >> (32 - width * 8));
        words[index / perWord] |= value << (index % perWord * width * 8);
    }

    private static uint Bits(Tensor tensor, int index) => tensor switch
    {
        IntegerTensor t => unchecked((uint)t.Values[index]),
        Float32Tensor t => FloatBits.Of(t.Values[index]),
        _ => throw new NotSupportedException(tensor.GetType().Name),
    };
}
