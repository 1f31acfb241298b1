namespace SnnGen.Runtime;

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

/// <summary>
/// The inputs of a convolution made ready for the kernels: each pair as every output gets it, and a bit for each that is not zero.
/// </summary>
internal static class SpreadInputs
{
    /// <summary>Pairs that are prepared at a time: room for so many must follow the last row.</summary>
    public const int Step = 8;

    /// <summary>Prepares one row.</summary>
    /// <param name="padded">The row with its padding, and at least two bytes a <see cref="Step"/> beyond.</param>
    /// <param name="pairs">Receives the pairs; a few that follow are overwritten.</param>
    /// <param name="mask">Receives the bits.</param>
    /// <param name="count">Number of pairs.</param>
    /// <param name="isNarrow">Whether sums are narrow: then a pair is two bytes, twice; else two 16-bit numbers.</param>
    public static void Prepare(ReadOnlySpan<byte> padded, Span<int> pairs, Span<byte> mask, int count, bool isNarrow)
    {
        ref byte source = ref MemoryMarshal.GetReference(padded);
        ref int target = ref MemoryMarshal.GetReference(pairs);
        for (int i = 0; i < count; i += Step)
        {
            Vector128<ushort> eight = Vector128.LoadUnsafe(ref source, (nuint)(2 * i)).AsUInt16();
            mask[i / Step] = unchecked((byte)~Vector128.Equals(eight, Vector128<ushort>.Zero).ExtractMostSignificantBits());
            Vector128<uint> low, high;
            if (isNarrow)
            {
                (low, high) = Vector128.Widen(eight);
                low |= low << 16;
                high |= high << 16;
            }
            else
            {
                (Vector128<ushort> first, Vector128<ushort> second) = Vector128.Widen(eight.AsByte());
                (low, high) = (first.AsUInt32(), second.AsUInt32());
            }
            low.AsInt32().StoreUnsafe(ref target, (nuint)i);
            high.AsInt32().StoreUnsafe(ref target, (nuint)i + 4);
        }
    }
}
