namespace SnnGen.Runtime;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>The active pairs under one row of windows, column by column: what lies side by side is what a block of places sees.</summary>
internal static class PairBand
{
    /// <summary>The active pairs of one row, where those of each group of columns begin among those of all rows, and which groups have any.</summary>
    public static int List(ReadOnlySpan<byte> inputs, Span<InputPair> pairs, Span<int> starts, Span<bool> columns, in ConvolutionBlocks blocks, int before,
        int rowBytes, bool isNarrow)
    {
        int count;
        if (blocks.IsOdd)
        {
            Span<byte> shifted = stackalloc byte[inputs.Length + 1];
            inputs.CopyTo(shifted.Slice(1));
            count = PairList.FromBytes(shifted, pairs, rowBytes, isNarrow);
        }
        else
        {
            count = PairList.FromBytes(inputs, pairs, rowBytes, isNarrow);
        }
        int next = 0;
        for (int group = 0; group < starts.Length; group++)
        {
            starts[group] = before + next;
            int end = (((group + 1) * blocks.GroupPairs) - blocks.Shift) * rowBytes;
            for (; next < count && pairs[next].Row < end; next++)
                columns[group] = true;
        }
        return count;
    }

    /// <summary>
    /// The pairs under the windows of one output row, column by column and, within a column, kernel row by kernel row. Groups are
    /// copied whole, without a look at how many of their pairs are active: what is copied too much, the next group overwrites.
    /// </summary>
    public static void Collect(
        ReadOnlySpan<InputPair> pairs, ReadOnlySpan<int> starts, ReadOnlySpan<bool> active, Span<InputPair> band, Span<int> bandStarts,
        in Window window, in ConvolutionBlocks blocks, int row, int rowBytes)
    {
        int stretch = bandStarts.Length, count = 0, rows = 0;
        Span<int> inputRows = stackalloc int[window.KernelHeight], taps = stackalloc int[window.KernelHeight];
        for (int tap = 0; tap < window.KernelHeight; tap++)
        {
            int inputRow = window.InputRow(row, tap);
            if (inputRow >= 0)
                (inputRows[rows], taps[rows++]) = (inputRow * stretch, tap * blocks.GroupPairs * rowBytes);
        }
        ref int start = ref MemoryMarshal.GetReference(starts);
        ref InputPair from = ref MemoryMarshal.GetReference(pairs), to = ref MemoryMarshal.GetReference(band);
        // From the number of a pair in its row, in rows of weights, to its row of weights: group, kernel row, pair.
        int shift = blocks.Shift * rowBytes, step = (window.KernelHeight - 1) * blocks.GroupPairs * rowBytes, room = blocks.GroupRoom;
        for (int group = 0; group < bandStarts.Length - 1; group++, shift += step)
        {
            bandStarts[group] = count;
            if (!active[group])
                continue;
            for (int k = 0; k < rows; k++)
            {
                ref int first = ref Unsafe.Add(ref start, inputRows[k] + group);
                Copy(ref Unsafe.Add(ref from, first), ref Unsafe.Add(ref to, count), room, shift + taps[k]);
                count += Unsafe.Add(ref first, 1) - first;
            }
        }
        bandStarts[^1] = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref InputPair from, ref InputPair to, int room, int shift)
    {
        ref int source = ref Unsafe.As<InputPair, int>(ref from), target = ref Unsafe.As<InputPair, int>(ref to);
        Vector128<int> add = Vector128.Create(shift, 0, shift, 0);
        for (nuint i = 0; i < (nuint)(2 * room); i += 4)
            (Vector128.LoadUnsafe(ref source, i) + add).StoreUnsafe(ref target, i);
    }
}
