namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// Integer currents of a convolution. The places of an output row come in blocks. The pairs of inputs that a block sees lie side by
/// side in each input row, and so do the bits that say which of them are active: a block costs as much as there is activity
/// under it.
/// </summary>
internal static class ConvolutionPairs
{
    /// <summary>currents ← start + worth · convolution of values.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="values">The inputs, height × width × channels: at most 127 where sums are narrow.</param>
    /// <param name="weights">Rows of pairs: kernel row by kernel row, column by column of a block, pair by pair.</param>
    /// <param name="taps">Kernel rows under which each input row is seen, then kernel columns under which each input of a row is.</param>
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
        Span<int> pairs = stackalloc int[(window.InputHeight * blocks.RowPairs) + SpreadInputs.Step];
        Span<byte> masks = stackalloc byte[window.InputHeight * blocks.MaskBytes];
        Span<byte> padded = stackalloc byte[blocks.Lead + Math.Max(blocks.Inputs, 2 * blocks.RowPairs) + (2 * SpreadInputs.Step)];
        long operations = 0;
        for (int row = 0; row < window.InputHeight; row++)
        {
            ReadOnlySpan<byte> inputs = values.Slice(row * blocks.Inputs, blocks.Inputs);
            inputs.CopyTo(padded.Slice(blocks.Lead));
            SpreadInputs.Prepare(padded, pairs.Slice(row * blocks.RowPairs), masks.Slice(row * blocks.MaskBytes, blocks.MaskBytes), blocks.RowPairs, isNarrow);
            operations += (long)taps[row] * Taps(inputs, taps.Slice(window.InputHeight, blocks.Inputs), isHeld);
        }
        if (Vector512.IsHardwareAccelerated && blocks.Lanes % Vector512<short>.Count == 0)
            Rows<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, masks, window, blocks, worth, isNarrow);
        else if (Vector256.IsHardwareAccelerated)
            Rows<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, masks, window, blocks, worth, isNarrow);
        else
            Rows<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, masks, window, blocks, worth, isNarrow);
        return operations;
    }

    internal static void Rows<TLanes, TShort, TInt, TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<int> pairs, ReadOnlySpan<byte> masks,
        in Window window, in ConvolutionBlocks blocks, int worth, bool isNarrow)
        where TLanes : struct, ILanes<TShort, TInt>
        where TShort : struct
        where TInt : struct
        where TFormat : struct, IWeightFormat
    {
        int bits = window.KernelHeight * blocks.BlockPairs, at = 0;
        Span<ulong> words = stackalloc ulong[(bits + 63) / 64 + 1];
        Span<int> offsets = stackalloc int[bits], sums = stackalloc int[blocks.Lanes], zero = stackalloc int[blocks.Lanes];
        for (int tap = 0, k = 0, rowPair = 0; tap < window.KernelHeight; tap++, rowPair += window.DilationHeight * blocks.RowPairs)
        {
            for (int pair = 0; pair < blocks.BlockPairs; pair++)
                offsets[k++] = rowPair + pair;
        }
        for (int row = 0; row < window.OutputHeight; row++)
        {
            for (int place = 0, first = 0; place < window.OutputWidth; place += blocks.Places, first += blocks.Step)
            {
                int length = Math.Min(blocks.Places, window.OutputWidth - place) * window.OutputChannels;
                ReadOnlySpan<int> from = start.Slice(at, length);
                Span<int> to = currents.Slice(at, length);
                at += length;
                int top = (row * window.StrideHeight) - window.PaddingTop, left = first * blocks.GroupPairs, firstPair = (top * blocks.RowPairs) + left;
                if (!Find(masks, words, window, blocks, top, left))
                {
                    from.CopyTo(to);
                    continue;
                }
                bool isWhole = length == sums.Length;
                if (isNarrow)
                    NarrowBlock.Add<TLanes, TShort, TInt, TFormat>(isWhole ? to : sums, isWhole ? from : zero, weights, pairs, firstPair, offsets, words, worth);
                else
                    WideBlock.Add<TLanes, TShort, TInt, TFormat>(isWhole ? to : sums, isWhole ? from : zero, weights, pairs, firstPair, offsets, words, worth);
                if (!isWhole)
                    AddUp(to, from, sums);
            }
        }
    }

    // The bits of the pairs that a block sees, kernel row by kernel row; false where there are none.
    private static bool Find(ReadOnlySpan<byte> masks, Span<ulong> words, in Window window, in ConvolutionBlocks blocks, int top, int left)
    {
        // As many bits as can be read from any bit of a byte.
        const int Piece = 56;
        ref byte mask = ref MemoryMarshal.GetReference(masks);
        int pairs = blocks.BlockPairs;
        ulong any = 0;
        words.Clear();
        for (int tap = 0, inputRow = top, position = 0; tap < window.KernelHeight; tap++, inputRow += window.DilationHeight, position += pairs)
        {
            if (unchecked((uint)inputRow) >= (uint)window.InputHeight)
                continue;
            for (int done = 0; done < pairs; done += Piece)
            {
                int from = left + done, to = position + done;
                ulong bits = Bytes.Read64(ref mask, (nuint)((inputRow * blocks.MaskBytes) + (from >> 3))) >> (from & 7);
                bits &= ulong.MaxValue >> (64 - Math.Min(Piece, pairs - done));
                any |= bits;
                words[to >> 6] |= bits << (to & 63);
                // In two steps: a shift by 64 is one by 0.
                words[(to >> 6) + 1] |= (bits >> 1) >> (63 - (to & 63));
            }
        }
        return any != 0;
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
