namespace SnnGen.Runtime;

/// <summary>
/// Two neighbouring inputs of which at least one is not zero. Weights lie in rows of pairs: for each output the weight of
/// the first input, then that of the second, so that one multiply-add serves both.
/// </summary>
internal readonly struct InputPair
{
    public InputPair(int index, int first, int second)
        : this(index, first | (second << 8))
    {
    }

    private InputPair(int index, int values) => (Index, Values) = (index, values);

    /// <summary>Number of the pair: inputs 2 · index and 2 · index + 1.</summary>
    public int Index { get; }

    /// <summary>The first input in bits 0 to 7, the second in bits 8 to 15.</summary>
    public int Values { get; }

    public int First => Values & 0xFF;

    public int Second => Values >> 8;

    /// <summary>The same values under another number.</summary>
    public InputPair At(int index) => new(index, Values);
}
