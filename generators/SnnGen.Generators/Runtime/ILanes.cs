namespace SnnGen.Runtime;

/// <summary>
/// The vector operations that the integer kernels are written in, once for each width of a vector. The width is chosen
/// where a kernel is called, by what the processor has.
/// </summary>
/// <typeparam name="TShort">A vector of 16-bit sums.</typeparam>
/// <typeparam name="TInt">A vector of 32-bit sums, half as many.</typeparam>
internal interface ILanes<TShort, TInt>
    where TShort : struct
    where TInt : struct
{
    /// <summary>16-bit sums of a vector.</summary>
    static abstract int Count { get; }

    /// <summary>A pair of inputs, 0 to 127 each, beside every output; it comes as two bytes, twice.</summary>
    static abstract TShort Spread(int pair);

    /// <summary>A pair of inputs, 0 to 255 each, beside every output; it comes as two 16-bit numbers.</summary>
    static abstract TInt SpreadWide(int pair);

    /// <summary>Both products of every output from <paramref name="output"/> on, added up: at most 2 · 127 · 128.</summary>
    static abstract TShort Products<TFormat>(TShort pair, ref byte row, nuint output)
        where TFormat : struct, IWeightFormat;

    /// <summary>The same in 32 bits, for as many outputs, in two vectors.</summary>
    static abstract void ProductsWide<TFormat>(TInt pair, ref byte row, nuint output, out TInt low, out TInt high)
        where TFormat : struct, IWeightFormat;

    static abstract TShort Add(TShort a, TShort b);

    static abstract TInt Add(TInt a, TInt b);

    static abstract TInt Multiply(TInt a, int b);

    static abstract void Widen(TShort sums, out TInt low, out TInt high);

    static abstract TShort Load(ref short start, nuint index);

    static abstract TInt Load(ref int start, nuint index);

    static abstract void Store(TShort value, ref short start, nuint index);

    static abstract void Store(TInt value, ref int start, nuint index);
}
