namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    /// <summary>Number of spikes.</summary>
    public static int Count(ReadOnlySpan<ulong> words)
    {
        int count = 0;
        foreach (ulong word in words)
            count += BitOperations.PopCount(word);
        return count;
    }
}
