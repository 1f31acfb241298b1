namespace SnnGen.Runtime;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>Packs the outcome of a vector comparison into bits.</summary>
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
}
