namespace SnnGen.Runtime;

/// <summary>
/// Two neighbouring inputs of which at least one is not zero, made ready for the kernels. Weights lie in rows of pairs: for each
/// output the weight of the first input, then that of the second, so that one multiply-add serves both.
/// </summary>
internal readonly struct InputPair
{
    private InputPair(int row, int values) => (Row, Values) = (row, values);

    /// <summary>First byte of the row of weights.</summary>
    public int Row { get; }

    /// <summary>Both inputs, as every output gets them: four bytes, or two 16-bit numbers.</summary>
    public int Values { get; }

    /// <summary>For sums of 16 bits: a byte each, twice.</summary>
    public static InputPair Narrow(int row, int first, int second) => new(row, unchecked((first | (second << 8)) * 0x10001));

    /// <summary>For sums of 32 bits: 16 bits each.</summary>
    public static InputPair Wide(int row, int first, int second) => new(row, first | (second << 16));
}
