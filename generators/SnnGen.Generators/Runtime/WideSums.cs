namespace SnnGen.Runtime;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>Sums of rows of pairs in 32 bits, as <see cref="NarrowSums"/> does them in 16.</summary>
internal static class WideSums
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
        for (; output + (4 * step) <= end; output += 4 * step)
            Four<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
        for (; output < end; output += step)
            One<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, pairs, output, worth, firstRow);
    }

    private static void Four<TLanes, TShort, TInt, TFormat>(
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
            TInt x = TLanes.SpreadWide(pair.Values);
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

    private static void One<TLanes, TShort, TInt, TFormat>(
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
                TLanes.SpreadWide(pair.Values), ref Unsafe.Add(ref rows, (nint)(uint)(pair.Row - firstRow)), output, out TInt low, out TInt high);
            a = TLanes.Add(a, low);
            b = TLanes.Add(b, high);
        }
        Store<TLanes, TShort, TInt>(a, b, ref to, ref from, output, worth);
    }

    /// <summary>currents ← start + worth · sums, of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TLanes, TShort, TInt>(TInt low, TInt high, ref int to, ref int from, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
    {
        nuint half = (nuint)TLanes.Count / 2;
        TLanes.Store(TLanes.Add(TLanes.Multiply(low, worth), TLanes.Load(ref from, output)), ref to, output);
        TLanes.Store(TLanes.Add(TLanes.Multiply(high, worth), TLanes.Load(ref from, output + half)), ref to, output + half);
    }
}
