namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>Spikes as bits.</summary>
internal static class SpikeBits
{
    /// <summary>Bit j is set where lane j of <paramref name="mask"/> is all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(Vector<int> mask) => Vector<int>.Count switch
    {
        4 => mask.AsVector128().ExtractMostSignificantBits(),
        8 => mask.AsVector256().ExtractMostSignificantBits(),
        _ => mask.AsVector512().ExtractMostSignificantBits(),
    };

    /// <summary>Writes the outcome of vector <paramref name="index"/> of a frame into its bits, which are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(Span<ulong> spikes, int firstWord, int index, Vector<int> fired)
    {
        // Eight lanes are a byte of their own.
        if (Vector<int>.Count == 8)
        {
            MemoryMarshal.AsBytes(spikes)[(firstWord * sizeof(ulong)) + index] = (byte)Pack(fired);
            return;
        }
        int first = index * Vector<int>.Count;
        spikes[firstWord + (first >> 6)] |= Pack(fired) << (first & 63);
    }

    /// <summary>Number of spikes.</summary>
    public static int Count(ReadOnlySpan<ulong> words)
    {
        int count = 0;
        foreach (ulong word in words)
            count += BitOperations.PopCount(word);
        return count;
    }
}
