namespace SnnGen.Runtime;

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// Integer currents of a convolution. For each row of the output map, the active pairs of the input rows under its windows are
/// listed column by column. The places of a block then see one stretch of that list, and their sums are those of a fully
/// connected layer over it (<see cref="DensePairs"/>), in registers.
/// </summary>
internal static class ConvolutionPairs
{
    /// <summary>currents ← start + worth · convolution of values.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="values">The inputs, height × width × channels: at most 127 where sums are narrow.</param>
    /// <param name="weights">Rows of pairs: column by column of a block, kernel row by kernel row.</param>
    /// <param name="taps">For each input of a row: kernel columns under which it is seen.</param>
    /// <param name="window">The windows.</param>
    /// <param name="blocks">How places are put into blocks.</param>
    /// <param name="worth">What an input of 1 counts.</param>
    /// <param name="isNarrow">Whether all sums fit 16 bits.</param>
    /// <param name="isHeld">Whether an input counts as one synaptic operation whatever its value; else an input of n counts as n spikes.</param>
    /// <returns>Synaptic operations for each channel that an input reaches.</returns>
    public static long Add<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> values, ReadOnlySpan<byte> weights, ReadOnlySpan<byte> taps,
        in Window window, in ConvolutionBlocks blocks, int worth, bool isNarrow, bool isHeld)
        where TFormat : struct, IWeightFormat
    {
        int stretch = blocks.Groups + 1, rowBytes = TFormat.RowBytes(blocks.Lanes);
        Span<InputPair> pairs = stackalloc InputPair[(window.InputHeight * blocks.RowPairs) + blocks.GroupRoom];
        Span<int> starts = stackalloc int[window.InputHeight * stretch];
        Span<bool> columns = stackalloc bool[stretch];
        long operations = 0;
        for (int row = 0, count = 0; row < window.InputHeight; row++)
        {
            ReadOnlySpan<byte> inputs = values.Slice(row * blocks.Inputs, blocks.Inputs);
            int found = PairBand.List(inputs, pairs.Slice(count), starts.Slice(row * stretch, stretch), columns, blocks, count, rowBytes, isNarrow);
            operations += found == 0 ? 0 : (long)Seen(window, row) * Taps(inputs, taps, isHeld);
            count += found;
        }
        if (Vector512.IsHardwareAccelerated && blocks.Lanes % Vector512<short>.Count == 0)
            Rows<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, starts, columns, window, blocks, worth, isNarrow);
        else if (Vector256.IsHardwareAccelerated)
            Rows<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, starts, columns, window, blocks, worth, isNarrow);
        else
            Rows<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, starts, columns, window, blocks, worth, isNarrow);
        return operations;
    }

    internal static void Rows<TLanes, TShort, TInt, TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, ReadOnlySpan<int> starts,
        ReadOnlySpan<bool> columns, in Window window, in ConvolutionBlocks blocks, int worth, bool isNarrow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        Span<InputPair> band = stackalloc InputPair[(window.KernelHeight * blocks.RowPairs) + blocks.GroupRoom];
        Span<int> bandStarts = stackalloc int[blocks.Groups + 1], sums = stackalloc int[blocks.Lanes], zero = stackalloc int[blocks.Lanes];
        int rowBytes = TFormat.RowBytes(blocks.Lanes), firstRow = window.KernelHeight * blocks.GroupPairs * rowBytes;
        for (int row = 0, at = 0; row < window.OutputHeight; row++)
        {
            PairBand.Collect(pairs, starts, columns, band, bandStarts, window, blocks, row, rowBytes);
            for (int place = 0, first = 0; place < window.OutputWidth; place += blocks.Places, first += blocks.Step)
            {
                int begin = bandStarts[first], end = bandStarts[Math.Min(first + blocks.BlockGroups, blocks.Groups)];
                int length = Math.Min(blocks.Places, window.OutputWidth - place) * window.OutputChannels;
                ReadOnlySpan<int> from = start.Slice(at, length);
                Span<int> to = currents.Slice(at, length);
                at += length;
                if (begin == end)
                {
                    from.CopyTo(to);
                    continue;
                }
                bool isWhole = length == sums.Length;
                if (isNarrow)
                    NarrowSums.Add<TLanes, TShort, TInt, TFormat>(isWhole ? to : sums, isWhole ? from : zero, weights, band.Slice(begin, end - begin), worth, first * firstRow);
                else
                    WideSums.Add<TLanes, TShort, TInt, TFormat>(isWhole ? to : sums, isWhole ? from : zero, weights, band.Slice(begin, end - begin), worth, first * firstRow);
                if (!isWhole)
                    AddUp(to, from, sums);
            }
        }
    }

    // Kernel rows under which an input row is seen.
    private static int Seen(in Window window, int inputRow)
    {
        int seen = 0;
        for (int tap = 0; tap < window.KernelHeight; tap++)
            seen += window.OutputRow(inputRow, tap) < 0 ? 0 : 1;
        return seen;
    }

    private static int Taps(ReadOnlySpan<byte> inputs, ReadOnlySpan<byte> taps, bool isHeld)
    {
        ref byte input = ref MemoryMarshal.GetReference(inputs);
        ref byte tap = ref MemoryMarshal.GetReference(taps.Slice(0, inputs.Length));
        Vector128<byte> most = Vector128.Create(isHeld ? (byte)1 : byte.MaxValue);
        Vector128<uint> sums = default;
        int i = 0;
        for (; i <= inputs.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.Min(Vector128.LoadUnsafe(ref input, (nuint)i), most));
            (Vector128<ushort> lowTaps, Vector128<ushort> highTaps) = Vector128.Widen(Vector128.LoadUnsafe(ref tap, (nuint)i));
            low *= lowTaps;
            high *= highTaps;
            sums += Vector128.WidenLower(low) + Vector128.WidenUpper(low) + Vector128.WidenLower(high) + Vector128.WidenUpper(high);
        }
        int sum = (int)Vector128.Sum(sums);
        for (; i < inputs.Length; i++)
            sum += Math.Min(inputs[i], most[0]) * taps[i];
        return sum;
    }

    private static void AddUp(Span<int> to, ReadOnlySpan<int> from, ReadOnlySpan<int> sums)
    {
        ref int target = ref MemoryMarshal.GetReference(to);
        ref int source = ref MemoryMarshal.GetReference(from);
        ref int sum = ref MemoryMarshal.GetReference(sums);
        int i = 0;
        for (; i <= to.Length - Vector128<int>.Count; i += Vector128<int>.Count)
            (Vector128.LoadUnsafe(ref source, (nuint)i) + Vector128.LoadUnsafe(ref sum, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        for (; i < to.Length; i++)
            to[i] = from[i] + sums[i];
    }
}
