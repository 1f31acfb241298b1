namespace SnnGen.Runtime;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// Integer currents of a fully connected layer: for a block of outputs the rows of all active pairs are added in registers,
/// then scaled and stored once. Currents are a multiple of <see cref="Outputs"/>, as are the rows.
/// </summary>
internal static class DensePairs
{
    /// <summary>Rows and currents are whole multiples of this many outputs.</summary>
    public const int Outputs = 16;

    /// <summary>currents ← start + worth · Σ rows, where inputs are at most 127 and no sum leaves 16 bits.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="weights">The rows.</param>
    /// <param name="pairs">The active pairs.</param>
    /// <param name="worth">What an input of 1 counts.</param>
    public static void AddNarrow<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth)
        where TFormat : struct, IWeightFormat
    {
        Check<TFormat>(currents, start, weights, pairs);
        if (Vector512.IsHardwareAccelerated && currents.Length % Vector512<short>.Count == 0)
            Narrow<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else if (Vector256.IsHardwareAccelerated)
            Narrow<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else
            Narrow<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
    }

    /// <summary>currents ← start + worth · Σ rows, in 32 bits, for inputs of 0 to 255.</summary>
    /// <inheritdoc cref="AddNarrow{TFormat}"/>
    public static void AddWide<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth)
        where TFormat : struct, IWeightFormat
    {
        Check<TFormat>(currents, start, weights, pairs);
        if (Vector512.IsHardwareAccelerated && currents.Length % Vector512<short>.Count == 0)
            Wide<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else if (Vector256.IsHardwareAccelerated)
            Wide<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else
            Wide<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
    }

    // What follows reads and writes without bounds checks; this is the check for all of it. Pairs ascend.
    private static void Check<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs)
        where TFormat : struct, IWeightFormat
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, currents.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(currents.Length % Outputs, 0);
        if (!pairs.IsEmpty)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs[^1].Row + (long)TFormat.RowBytes(currents.Length), weights.Length);
    }

    /// <summary>The sums of 16 bits in vectors of one width, of pairs whose first possible row is <paramref name="firstRow"/>.</summary>
    internal static void Narrow<TLanes, TShort, TInt, TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        ref byte rows = ref MemoryMarshal.GetReference(weights);
        ref int from = ref MemoryMarshal.GetReference(start);
        ref int to = ref MemoryMarshal.GetReference(currents);
        nuint step = (nuint)TLanes.Count, end = (nuint)currents.Length, output = 0;
        for (; output + (8 * step) <= end; output += 8 * step)
            Eight<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
        for (; output + (4 * step) <= end; output += 4 * step)
            Four<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
        for (; output < end; output += step)
            One<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
    }

    private static void Eight<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, ReadOnlySpan<InputPair> pairs, nuint output, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        nuint step = (nuint)TLanes.Count;
        TShort a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        foreach (InputPair pair in pairs)
        {
            ref byte row = ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow));
            TShort x = TLanes.Spread(pair);
            a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, output));
            b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, output + step));
            c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, output + (2 * step)));
            d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, output + (3 * step)));
            e = TLanes.Add(e, TLanes.Products<TFormat>(x, ref row, output + (4 * step)));
            f = TLanes.Add(f, TLanes.Products<TFormat>(x, ref row, output + (5 * step)));
            g = TLanes.Add(g, TLanes.Products<TFormat>(x, ref row, output + (6 * step)));
            h = TLanes.Add(h, TLanes.Products<TFormat>(x, ref row, output + (7 * step)));
        }
        StoreNarrow<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
        StoreNarrow<TLanes, TShort, TInt>(b, ref to, ref from, output + step, worth);
        StoreNarrow<TLanes, TShort, TInt>(c, ref to, ref from, output + (2 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(d, ref to, ref from, output + (3 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(e, ref to, ref from, output + (4 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(f, ref to, ref from, output + (5 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(g, ref to, ref from, output + (6 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(h, ref to, ref from, output + (7 * step), worth);
    }

    private static void Four<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, ReadOnlySpan<InputPair> pairs, nuint output, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        nuint step = (nuint)TLanes.Count;
        TShort a = default, b = default, c = default, d = default;
        foreach (InputPair pair in pairs)
        {
            ref byte row = ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow));
            TShort x = TLanes.Spread(pair);
            a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, output));
            b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, output + step));
            c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, output + (2 * step)));
            d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, output + (3 * step)));
        }
        StoreNarrow<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
        StoreNarrow<TLanes, TShort, TInt>(b, ref to, ref from, output + step, worth);
        StoreNarrow<TLanes, TShort, TInt>(c, ref to, ref from, output + (2 * step), worth);
        StoreNarrow<TLanes, TShort, TInt>(d, ref to, ref from, output + (3 * step), worth);
    }

    private static void One<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, ReadOnlySpan<InputPair> pairs, nuint output, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        TShort a = default;
        foreach (InputPair pair in pairs)
            a = TLanes.Add(a, TLanes.Products<TFormat>(TLanes.Spread(pair), ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow)), output));
        StoreNarrow<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
    }

    /// <summary>The sums of 32 bits, likewise.</summary>
    internal static void Wide<TLanes, TShort, TInt, TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        ref byte rows = ref MemoryMarshal.GetReference(weights);
        ref int from = ref MemoryMarshal.GetReference(start);
        ref int to = ref MemoryMarshal.GetReference(currents);
        nuint step = (nuint)TLanes.Count, end = (nuint)currents.Length, output = 0;
        for (; output + (4 * step) <= end; output += 4 * step)
            FourWide<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
        for (; output < end; output += step)
            OneWide<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
    }

    private static void FourWide<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, ReadOnlySpan<InputPair> pairs, nuint output, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        nuint step = (nuint)TLanes.Count;
        TInt a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        foreach (InputPair pair in pairs)
        {
            ref byte row = ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow));
            TInt x = TLanes.SpreadWide(pair);
            TLanes.ProductsWide<TFormat>(x, ref row, output, out TInt low, out TInt high);
            a = TLanes.Add(a, low);
            b = TLanes.Add(b, high);
            TLanes.ProductsWide<TFormat>(x, ref row, output + step, out low, out high);
            c = TLanes.Add(c, low);
            d = TLanes.Add(d, high);
            TLanes.ProductsWide<TFormat>(x, ref row, output + (2 * step), out low, out high);
            e = TLanes.Add(e, low);
            f = TLanes.Add(f, high);
            TLanes.ProductsWide<TFormat>(x, ref row, output + (3 * step), out low, out high);
            g = TLanes.Add(g, low);
            h = TLanes.Add(h, high);
        }
        Store<TLanes, TShort, TInt>(a, b, ref to, ref from, output, worth);
        Store<TLanes, TShort, TInt>(c, d, ref to, ref from, output + step, worth);
        Store<TLanes, TShort, TInt>(e, f, ref to, ref from, output + (2 * step), worth);
        Store<TLanes, TShort, TInt>(g, h, ref to, ref from, output + (3 * step), worth);
    }

    private static void OneWide<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, ReadOnlySpan<InputPair> pairs, nuint output, int worth, int firstRow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        TInt a = default, b = default;
        foreach (InputPair pair in pairs)
        {
            TLanes.ProductsWide<TFormat>(
                TLanes.SpreadWide(pair), ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow)), output, out TInt low, out TInt high);
            a = TLanes.Add(a, low);
            b = TLanes.Add(b, high);
        }
        Store<TLanes, TShort, TInt>(a, b, ref to, ref from, output, worth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreNarrow<TLanes, TShort, TInt>(TShort sums, ref int to, ref int from, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
    {
        TLanes.Widen(sums, out TInt low, out TInt high);
        Store<TLanes, TShort, TInt>(low, high, ref to, ref from, output, worth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TShort, TInt>(TInt low, TInt high, ref int to, ref int from, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
    {
        nuint half = (nuint)TLanes.Count / 2;
        TLanes.Store(TLanes.Add(TLanes.Multiply(low, worth), TLanes.Load(ref from, output)), ref to, output);
        TLanes.Store(TLanes.Add(TLanes.Multiply(high, worth), TLanes.Load(ref from, output + half)), ref to, output + half);
    }
}
