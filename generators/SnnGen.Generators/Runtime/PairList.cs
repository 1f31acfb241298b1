namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>Lists the pairs of inputs that are not zero, in ascending order. What follows costs as much as there is activity.</summary>
internal static class PairList
{
    /// <summary>Pairs that a list of spikes needs beyond its own.</summary>
    public const int Slack = 3;

    private const ulong Even = 0x5555_5555_5555_5555;
    private const uint EvenLow = 0x5555_5555;

    /// <summary>From one frame of spikes: a spike is 1.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="pairs">Receives the pairs; longer by <see cref="Slack"/> than their number can be.</param>
    /// <param name="rowBytes">Bytes of a row of weights.</param>
    /// <param name="isNarrow">Whether sums are narrow.</param>
    /// <returns>Number of pairs written.</returns>
    public static int FromSpikes(ReadOnlySpan<ulong> frame, Span<InputPair> pairs, int rowBytes, bool isNarrow)
    {
        ref InputPair pair = ref MemoryMarshal.GetReference(pairs);
        int count = 0;
        for (int word = 0; word < frame.Length; word++)
        {
            ulong bits = frame[word], rest = (bits | (bits >> 1)) & Even;
            int end = count + BitOperations.PopCount(rest);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(end + Slack, pairs.Length);
            // Four at a time, so that the loop ends where the processor expects it: what is written too much is overwritten.
            for (; count < end; count += Slack + 1)
            {
                Unsafe.Add(ref pair, count) = Next(bits, ref rest, word, rowBytes, isNarrow);
                Unsafe.Add(ref pair, count + 1) = Next(bits, ref rest, word, rowBytes, isNarrow);
                Unsafe.Add(ref pair, count + 2) = Next(bits, ref rest, word, rowBytes, isNarrow);
                Unsafe.Add(ref pair, count + 3) = Next(bits, ref rest, word, rowBytes, isNarrow);
            }
            count = end;
        }
        return count;
    }

    /// <inheritdoc cref="FromSpikes"/>
    public static int FromBytes(ReadOnlySpan<byte> values, Span<InputPair> pairs, int rowBytes, bool isNarrow)
    {
        int count = 0, start = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; start <= values.Length - Vector256<byte>.Count; start += Vector256<byte>.Count)
            {
                Vector256<ushort> both = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)start).AsUInt16();
                uint active = ~Vector256.Equals(both, Vector256<ushort>.Zero).AsByte().ExtractMostSignificantBits() & EvenLow;
                count = Append(values, start, active, pairs, count, rowBytes, isNarrow);
            }
        }
        for (; start <= values.Length - Vector128<byte>.Count; start += Vector128<byte>.Count)
        {
            Vector128<ushort> both = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)start).AsUInt16();
            uint active = ~Vector128.Equals(both, Vector128<ushort>.Zero).AsByte().ExtractMostSignificantBits() & (EvenLow >> 16);
            count = Append(values, start, active, pairs, count, rowBytes, isNarrow);
        }
        for (; start < values.Length; start += 2)
        {
            int second = start + 1 < values.Length ? values[start + 1] : 0;
            if ((values[start] | second) != 0)
                pairs[count++] = Create((start >> 1) * rowBytes, values[start], second, isNarrow);
        }
        return count;
    }

    // Without a bit that is left it gives a pair that is not used.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static InputPair Next(ulong bits, ref ulong rest, int word, int rowBytes, bool isNarrow)
    {
        unchecked
        {
            int bit = BitOperations.TrailingZeroCount(rest), spikes = (int)(bits >> bit);
            rest &= rest - 1;
            return Create(((word << 5) + (bit >> 1)) * rowBytes, spikes & 1, (spikes >> 1) & 1, isNarrow);
        }
    }

    // Bit 2 k stands for the pair at start + 2 k.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Append(ReadOnlySpan<byte> values, int start, uint active, Span<InputPair> pairs, int count, int rowBytes, bool isNarrow)
    {
        for (; active != 0; active &= active - 1)
        {
            int at = start + BitOperations.TrailingZeroCount(active);
            pairs[count++] = Create((at >> 1) * rowBytes, values[at], values[at + 1], isNarrow);
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static InputPair Create(int row, int first, int second, bool isNarrow) =>
        isNarrow ? InputPair.Narrow(row, first, second) : InputPair.Wide(row, first, second);
}
