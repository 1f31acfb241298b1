namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// Sums of one block of a convolution in 32 bits, in vectors of one width: the rows of its active pairs are added in
/// registers, then scaled and stored once. A bit of the words stands for a pair and a row of weights. Nothing is checked here.
/// </summary>
internal static class WideBlock
{
    /// <summary>currents ← start + worth · Σ rows.</summary>
    /// <param name="currents">Receives the currents of the block.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="weights">The table.</param>
    /// <param name="pairs">The pairs of all inputs, spread.</param>
    /// <param name="firstPair">Number of the pair from which <paramref name="offsets"/> are counted.</param>
    /// <param name="offsets">For each bit, which pair it stands for.</param>
    /// <param name="words">The bits.</param>
    /// <param name="worth">What an input of 1 counts.</param>
    public static void Add<TLanes, TShort, TInt, TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<int> pairs, int firstPair,
        ReadOnlySpan<int> offsets, ReadOnlySpan<ulong> words, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        ref byte rows = ref MemoryMarshal.GetReference(weights);
        ref int first = ref MemoryMarshal.GetReference(pairs), from = ref MemoryMarshal.GetReference(start), to = ref MemoryMarshal.GetReference(currents);
        nuint step = (nuint)TLanes.Count, end = (nuint)currents.Length, output = 0;
        int rowBytes = TFormat.RowBytes(currents.Length);
        for (; output + (4 * step) <= end; output += 4 * step)
            Four<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, rowBytes, ref first, firstPair, offsets, words, output, worth);
        for (; output < end; output += step)
            One<TLanes, TShort, TInt, TFormat>(ref to, ref from, ref rows, rowBytes, ref first, firstPair, offsets, words, output, worth);
    }

    private static void Four<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, int rowBytes, ref int pairs, int firstPair, ReadOnlySpan<int> offsets, ReadOnlySpan<ulong> words, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        nuint step = (nuint)TLanes.Count;
        TInt a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        ref int offset = ref MemoryMarshal.GetReference(offsets);
        foreach (ulong word in words)
        {
            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                TInt x = TLanes.SpreadWide(Unsafe.Add(ref pairs, firstPair + Unsafe.Add(ref offset, k)));
                ref byte row = ref Unsafe.Add(ref rows, k * rowBytes);
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
            rows = ref Unsafe.Add(ref rows, 64 * rowBytes);
            offset = ref Unsafe.Add(ref offset, 64);
        }
        WideSums.Store<TLanes, TShort, TInt>(a, b, ref to, ref from, output, worth);
        WideSums.Store<TLanes, TShort, TInt>(c, d, ref to, ref from, output + step, worth);
        WideSums.Store<TLanes, TShort, TInt>(e, f, ref to, ref from, output + (2 * step), worth);
        WideSums.Store<TLanes, TShort, TInt>(g, h, ref to, ref from, output + (3 * step), worth);
    }

    private static void One<TLanes, TShort, TInt, TFormat>(
        ref int to, ref int from, ref byte rows, int rowBytes, ref int pairs, int firstPair, ReadOnlySpan<int> offsets, ReadOnlySpan<ulong> words, nuint output, int worth)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        TInt a = default, b = default;
        ref int offset = ref MemoryMarshal.GetReference(offsets);
        foreach (ulong word in words)
        {
            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                TInt x = TLanes.SpreadWide(Unsafe.Add(ref pairs, firstPair + Unsafe.Add(ref offset, k)));
                ref byte row = ref Unsafe.Add(ref rows, k * rowBytes);
                TLanes.ProductsWide<TFormat>(x, ref row, output, out TInt low, out TInt high);
                a = TLanes.Add(a, low);
                b = TLanes.Add(b, high);
            }
            rows = ref Unsafe.Add(ref rows, 64 * rowBytes);
            offset = ref Unsafe.Add(ref offset, 64);
        }
        WideSums.Store<TLanes, TShort, TInt>(a, b, ref to, ref from, output, worth);
    }
}
