namespace SnnGen.Runtime;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// Sums of rows of pairs in 16 bits, in vectors of one width: for a block of outputs the rows of all pairs are added in
/// registers, then widened, scaled and stored once. Nothing is checked here.
/// </summary>
internal static class NarrowSums
{
    /// <summary>currents ← start + worth · Σ rows. A row is where its pair says, less <paramref name="firstRow"/>.</summary>
    public static void Add<TLanes, TShort, TInt, TFormat>(
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
            TShort x = TLanes.Spread(pair.Values);
            a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, output));
            b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, output + step));
            c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, output + (2 * step)));
            d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, output + (3 * step)));
            e = TLanes.Add(e, TLanes.Products<TFormat>(x, ref row, output + (4 * step)));
            f = TLanes.Add(f, TLanes.Products<TFormat>(x, ref row, output + (5 * step)));
            g = TLanes.Add(g, TLanes.Products<TFormat>(x, ref row, output + (6 * step)));
            h = TLanes.Add(h, TLanes.Products<TFormat>(x, ref row, output + (7 * step)));
        }
        Store<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
        Store<TLanes, TShort, TInt>(b, ref to, ref from, output + step, worth);
        Store<TLanes, TShort, TInt>(c, ref to, ref from, output + (2 * step), worth);
        Store<TLanes, TShort, TInt>(d, ref to, ref from, output + (3 * step), worth);
        Store<TLanes, TShort, TInt>(e, ref to, ref from, output + (4 * step), worth);
        Store<TLanes, TShort, TInt>(f, ref to, ref from, output + (5 * step), worth);
        Store<TLanes, TShort, TInt>(g, ref to, ref from, output + (6 * step), worth);
        Store<TLanes, TShort, TInt>(h, ref to, ref from, output + (7 * step), worth);
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
            TShort x = TLanes.Spread(pair.Values);
            a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, output));
            b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, output + step));
            c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, output + (2 * step)));
            d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, output + (3 * step)));
        }
        Store<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
        Store<TLanes, TShort, TInt>(b, ref to, ref from, output + step, worth);
        Store<TLanes, TShort, TInt>(c, ref to, ref from, output + (2 * step), worth);
        Store<TLanes, TShort, TInt>(d, ref to, ref from, output + (3 * step), worth);
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
            a = TLanes.Add(a, TLanes.Products<TFormat>(TLanes.Spread(pair.Values), ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow)), output));
        Store<TLanes, TShort, TInt>(a, ref to, ref from, output, worth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TLanes, TShort, TInt>(TShort sums, ref int to, ref int from, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
    {
        TLanes.Widen(sums, out TInt low, out TInt high);
        WideSums.Store<TLanes, TShort, TInt>(low, high, ref to, ref from, output, worth);
    }
}
