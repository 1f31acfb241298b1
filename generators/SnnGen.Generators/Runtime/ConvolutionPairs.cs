namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// Integer sums of a convolution. What a pair of inputs adds to one row of the output map lies together, place by place and
/// channel by channel, in the table as in the sums: one pair under one kernel row is one run of additions, without a branch.
/// </summary>
internal static class ConvolutionPairs
{
    /// <summary>
    /// Numbers of the column table for each pair of a row: first sum, first byte of the weights within a kernel row, sums of the
    /// run, taps of the first and of the second input that lie on the map.
    /// </summary>
    public const int ColumnNumbers = 5;

    /// <summary>currents ← start + worth · convolution of values, where values are at most 127 and no sum leaves 16 bits.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="values">The inputs, height × width × channels.</param>
    /// <param name="sums">Room for the sums; zero at first.</param>
    /// <param name="weights">Kernel row by kernel row.</param>
    /// <param name="columns">The column table.</param>
    /// <param name="window">The windows.</param>
    /// <param name="rows">How the sums lie.</param>
    /// <param name="pairs">Room for the active pairs of a row.</param>
    /// <param name="worth">What an input of 1 counts.</param>
    /// <returns>Synaptic operations for each channel that an input reaches; an input of n counts as n spikes.</returns>
    public static long AddNarrow<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> values, Span<short> sums, ReadOnlySpan<byte> weights,
        ReadOnlySpan<int> columns, in Window window, in SumRows rows, Span<InputPair> pairs, int worth)
        where TFormat : struct, IWeightFormat
    {
        long taps = Vector512.IsHardwareAccelerated && rows.Unit % Vector512<short>.Count == 0
                ? Narrow<Lanes512, Vector512<short>, Vector512<int>, TFormat>(values, sums, weights, columns, window, rows, pairs)
            : Vector256.IsHardwareAccelerated
                ? Narrow<Lanes256, Vector256<short>, Vector256<int>, TFormat>(values, sums, weights, columns, window, rows, pairs)
                : Narrow<Lanes128, Vector128<short>, Vector128<int>, TFormat>(values, sums, weights, columns, window, rows, pairs);
        Collect<short>(currents, start, sums, window, rows, worth);
        return taps;
    }

    /// <summary>currents ← start + worth · convolution of values, in 32 bits, for values of 0 to 255.</summary>
    /// <returns>Synaptic operations for each channel that an input reaches; an input counts once, whatever its value, where it is held.</returns>
    /// <inheritdoc cref="AddNarrow{TFormat}(Span{int}, ReadOnlySpan{int}, ReadOnlySpan{byte}, Span{short}, ReadOnlySpan{byte}, ReadOnlySpan{int}, in Window, in SumRows, Span{InputPair}, int)"/>
    public static long AddWide<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> values, Span<int> sums, ReadOnlySpan<byte> weights,
        ReadOnlySpan<int> columns, in Window window, in SumRows rows, Span<InputPair> pairs, int worth, bool isHeld)
        where TFormat : struct, IWeightFormat
    {
        long taps = Vector512.IsHardwareAccelerated && rows.Unit % Vector512<short>.Count == 0
                ? Wide<Lanes512, Vector512<short>, Vector512<int>, TFormat>(values, sums, weights, columns, window, rows, pairs, isHeld)
            : Vector256.IsHardwareAccelerated
                ? Wide<Lanes256, Vector256<short>, Vector256<int>, TFormat>(values, sums, weights, columns, window, rows, pairs, isHeld)
                : Wide<Lanes128, Vector128<short>, Vector128<int>, TFormat>(values, sums, weights, columns, window, rows, pairs, isHeld);
        Collect<int>(currents, start, sums, window, rows, worth);
        return taps;
    }

    internal static long Narrow<TLanes, TShort, TInt, TFormat>(
        ReadOnlySpan<byte> values, Span<short> sums, ReadOnlySpan<byte> weights, ReadOnlySpan<int> columns, in Window window, in SumRows rows,
        Span<InputPair> pairs)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        long taps = 0;
        for (int inputRow = 0; inputRow < window.InputHeight; inputRow++)
        {
            Span<InputPair> active = pairs.Slice(0, PairList.FromBytes(values.Slice(inputRow * rows.Inputs, rows.Inputs), pairs));
            while (!active.IsEmpty)
            {
                ReadOnlySpan<InputPair> group = TakeGroup<TFormat>(ref active, columns, rows, isHeld: false, out int target, out int run, out int width);
                for (int tap = 0; tap < window.KernelHeight; tap++)
                {
                    int row = window.OutputRow(inputRow, tap);
                    if (row < 0)
                        continue;
                    taps += width;
                    Add<TLanes, TShort, TInt, TFormat>(
                        sums.Slice((row * rows.Pitch) + target, run), weights.Slice(tap * rows.KernelRowBytes, rows.KernelRowBytes), group);
                }
            }
        }
        return taps;
    }

    internal static long Wide<TLanes, TShort, TInt, TFormat>(
        ReadOnlySpan<byte> values, Span<int> sums, ReadOnlySpan<byte> weights, ReadOnlySpan<int> columns, in Window window, in SumRows rows,
        Span<InputPair> pairs, bool isHeld)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        long taps = 0;
        for (int inputRow = 0; inputRow < window.InputHeight; inputRow++)
        {
            Span<InputPair> active = pairs.Slice(0, PairList.FromBytes(values.Slice(inputRow * rows.Inputs, rows.Inputs), pairs));
            while (!active.IsEmpty)
            {
                ReadOnlySpan<InputPair> group = TakeGroup<TFormat>(ref active, columns, rows, isHeld, out int target, out int run, out int width);
                for (int tap = 0; tap < window.KernelHeight; tap++)
                {
                    int row = window.OutputRow(inputRow, tap);
                    if (row < 0)
                        continue;
                    taps += width;
                    AddWide<TLanes, TShort, TInt, TFormat>(
                        sums.Slice((row * rows.Pitch) + target, run), weights.Slice(tap * rows.KernelRowBytes, rows.KernelRowBytes), group);
                }
            }
        }
        return taps;
    }

    // The first pairs that reach the same run, which share its sums while these are in registers. Their indices become places
    // in a kernel row of weights.
    private static ReadOnlySpan<InputPair> TakeGroup<TFormat>(
        ref Span<InputPair> pairs, ReadOnlySpan<int> columns, in SumRows rows, bool isHeld, out int target, out int run, out int taps)
        where TFormat : struct, IWeightFormat
    {
        ReadOnlySpan<int> column = columns.Slice(pairs[0].Index * ColumnNumbers, ColumnNumbers);
        (target, run, taps) = (column[0], column[2], 0);
        int count = 0;
        do
        {
            InputPair pair = pairs[count];
            ArgumentOutOfRangeException.ThrowIfGreaterThan(column[1] + TFormat.RowBytes(run), rows.KernelRowBytes);
            taps += isHeld
                ? (pair.First > 0 ? column[3] : 0) + (pair.Second > 0 ? column[4] : 0)
                : (pair.First * column[3]) + (pair.Second * column[4]);
            pairs[count++] = pair.At(column[1]);
            if (count == pairs.Length)
                break;
            column = columns.Slice(pairs[count].Index * ColumnNumbers, ColumnNumbers);
        }
        while (column[0] == target && column[2] == run);
        ReadOnlySpan<InputPair> group = pairs.Slice(0, count);
        pairs = pairs.Slice(count);
        return group;
    }

    private static void Add<TLanes, TShort, TInt, TFormat>(Span<short> sums, ReadOnlySpan<byte> kernel, ReadOnlySpan<InputPair> group)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        ref short sum = ref MemoryMarshal.GetReference(sums);
        ref byte rows = ref MemoryMarshal.GetReference(kernel);
        nuint step = (nuint)TLanes.Count, end = (nuint)sums.Length, i = 0;
        for (; i + (8 * step) <= end; i += 8 * step)
        {
            TShort a = TLanes.Load(ref sum, i), b = TLanes.Load(ref sum, i + step), c = TLanes.Load(ref sum, i + (2 * step)), d = TLanes.Load(ref sum, i + (3 * step));
            TShort e = TLanes.Load(ref sum, i + (4 * step)), f = TLanes.Load(ref sum, i + (5 * step)), g = TLanes.Load(ref sum, i + (6 * step)), h = TLanes.Load(ref sum, i + (7 * step));
            foreach (InputPair pair in group)
            {
                ref byte row = ref Unsafe.Add(ref rows, pair.Index);
                TShort x = TLanes.Spread(pair);
                a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, i));
                b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, i + step));
                c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, i + (2 * step)));
                d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, i + (3 * step)));
                e = TLanes.Add(e, TLanes.Products<TFormat>(x, ref row, i + (4 * step)));
                f = TLanes.Add(f, TLanes.Products<TFormat>(x, ref row, i + (5 * step)));
                g = TLanes.Add(g, TLanes.Products<TFormat>(x, ref row, i + (6 * step)));
                h = TLanes.Add(h, TLanes.Products<TFormat>(x, ref row, i + (7 * step)));
            }
            TLanes.Store(a, ref sum, i);
            TLanes.Store(b, ref sum, i + step);
            TLanes.Store(c, ref sum, i + (2 * step));
            TLanes.Store(d, ref sum, i + (3 * step));
            TLanes.Store(e, ref sum, i + (4 * step));
            TLanes.Store(f, ref sum, i + (5 * step));
            TLanes.Store(g, ref sum, i + (6 * step));
            TLanes.Store(h, ref sum, i + (7 * step));
        }
        for (; i + (4 * step) <= end; i += 4 * step)
        {
            TShort a = TLanes.Load(ref sum, i), b = TLanes.Load(ref sum, i + step), c = TLanes.Load(ref sum, i + (2 * step)), d = TLanes.Load(ref sum, i + (3 * step));
            foreach (InputPair pair in group)
            {
                ref byte row = ref Unsafe.Add(ref rows, pair.Index);
                TShort x = TLanes.Spread(pair);
                a = TLanes.Add(a, TLanes.Products<TFormat>(x, ref row, i));
                b = TLanes.Add(b, TLanes.Products<TFormat>(x, ref row, i + step));
                c = TLanes.Add(c, TLanes.Products<TFormat>(x, ref row, i + (2 * step)));
                d = TLanes.Add(d, TLanes.Products<TFormat>(x, ref row, i + (3 * step)));
            }
            TLanes.Store(a, ref sum, i);
            TLanes.Store(b, ref sum, i + step);
            TLanes.Store(c, ref sum, i + (2 * step));
            TLanes.Store(d, ref sum, i + (3 * step));
        }
        for (; i < end; i += step)
        {
            TShort a = TLanes.Load(ref sum, i);
            foreach (InputPair pair in group)
                a = TLanes.Add(a, TLanes.Products<TFormat>(TLanes.Spread(pair), ref Unsafe.Add(ref rows, pair.Index), i));
            TLanes.Store(a, ref sum, i);
        }
    }

    private static void AddWide<TLanes, TShort, TInt, TFormat>(Span<int> sums, ReadOnlySpan<byte> kernel, ReadOnlySpan<InputPair> group)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        ref int sum = ref MemoryMarshal.GetReference(sums);
        ref byte rows = ref MemoryMarshal.GetReference(kernel);
        nuint step = (nuint)TLanes.Count, half = step / 2, end = (nuint)sums.Length, i = 0;
        for (; i + (2 * step) <= end; i += 2 * step)
        {
            TInt a = TLanes.Load(ref sum, i), b = TLanes.Load(ref sum, i + half), c = TLanes.Load(ref sum, i + step), d = TLanes.Load(ref sum, i + step + half);
            foreach (InputPair pair in group)
            {
                ref byte row = ref Unsafe.Add(ref rows, pair.Index);
                TInt x = TLanes.SpreadWide(pair);
                TLanes.ProductsWide<TFormat>(x, ref row, i, out TInt low, out TInt high);
                a = TLanes.Add(a, low);
                b = TLanes.Add(b, high);
                TLanes.ProductsWide<TFormat>(x, ref row, i + step, out low, out high);
                c = TLanes.Add(c, low);
                d = TLanes.Add(d, high);
            }
            TLanes.Store(a, ref sum, i);
            TLanes.Store(b, ref sum, i + half);
            TLanes.Store(c, ref sum, i + step);
            TLanes.Store(d, ref sum, i + step + half);
        }
        for (; i < end; i += step)
        {
            TInt a = TLanes.Load(ref sum, i), b = TLanes.Load(ref sum, i + half);
            foreach (InputPair pair in group)
            {
                TLanes.ProductsWide<TFormat>(TLanes.SpreadWide(pair), ref Unsafe.Add(ref rows, pair.Index), i, out TInt low, out TInt high);
                a = TLanes.Add(a, low);
                b = TLanes.Add(b, high);
            }
            TLanes.Store(a, ref sum, i);
            TLanes.Store(b, ref sum, i + half);
        }
    }

    // currents ← start + worth · sums, without the margins.
    private static void Collect<T>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<T> sums, in Window window, in SumRows rows, int worth)
        where T : unmanaged, INumber<T>
    {
        int count = window.OutputWidth * window.OutputChannels;
        for (int row = 0; row < window.OutputHeight; row++)
        {
            ReadOnlySpan<T> from = sums.Slice((row * rows.Pitch) + rows.Margin, count);
            ReadOnlySpan<int> bias = start.Slice(row * count, count);
            Span<int> to = currents.Slice(row * count, count);
            int i = 0;
            for (; i <= count - Vector128<int>.Count; i += Vector128<int>.Count)
            {
                Vector128<int> sum = typeof(T) == typeof(short)
                    ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in from[i])))).AsInt16())
                    : Vector128.LoadUnsafe(ref Unsafe.As<T, int>(ref Unsafe.AsRef(in from[i])));
                ((sum * worth) + Vector128.LoadUnsafe(ref Unsafe.AsRef(in bias[i]))).StoreUnsafe(ref to[i]);
            }
            for (; i < count; i++)
                to[i] = bias[i] + (int.CreateTruncating(from[i]) * worth);
        }
    }
}
