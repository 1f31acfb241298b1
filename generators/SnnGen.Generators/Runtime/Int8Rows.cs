namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>
/// Products of a 0/1 or integer vector with a table of 8-bit weights. A row holds the fan-out of one input; its
/// length is that of the currents, a multiple of <see cref="Lanes"/>.
/// </summary>
internal static class Int8Rows
{
    /// <summary>Rows and currents are whole multiples of this many values.</summary>
    public const int Lanes = 16;

    /// <summary>currents += Σ rows whose bit is set in <paramref name="spikes"/>.</summary>
    /// <returns>Number of rows added.</returns>
    public static int AddSelected(Span<int> currents, ReadOnlySpan<sbyte> weights, ReadOnlySpan<ulong> spikes)
    {
        int rows = 0;
        for (int word = 0; word < spikes.Length; word++)
        {
            for (ulong rest = spikes[word]; rest != 0; rest &= rest - 1, rows++)
            {
                int input = (word << 6) + BitOperations.TrailingZeroCount(rest);
                Add(currents, weights.Slice(input * currents.Length, currents.Length));
            }
        }
        return rows;
    }

    /// <summary>currents += x · row, |x| ≤ 255.</summary>
    public static void AddScaled(Span<int> currents, ReadOnlySpan<sbyte> row, int x)
    {
        ref sbyte w = ref Checked(currents, row);
        ref int current = ref MemoryMarshal.GetReference(currents);
        if (Avx512F.IsSupported)
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 16)
                (Vector512.LoadUnsafe(ref current, j) + (Sixteen(ref w, j) * x)).StoreUnsafe(ref current, j);
        }
        else if (Avx2.IsSupported)
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 8)
                (Vector256.LoadUnsafe(ref current, j) + (Eight(ref w, j) * x)).StoreUnsafe(ref current, j);
        }
        else
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 16)
            {
                Widen(ref w, j, out Vector128<int> a, out Vector128<int> b, out Vector128<int> c, out Vector128<int> d);
                (Vector128.LoadUnsafe(ref current, j) + (a * x)).StoreUnsafe(ref current, j);
                (Vector128.LoadUnsafe(ref current, j + 4) + (b * x)).StoreUnsafe(ref current, j + 4);
                (Vector128.LoadUnsafe(ref current, j + 8) + (c * x)).StoreUnsafe(ref current, j + 8);
                (Vector128.LoadUnsafe(ref current, j + 12) + (d * x)).StoreUnsafe(ref current, j + 12);
            }
        }
    }

    private static void Add(Span<int> currents, ReadOnlySpan<sbyte> row)
    {
        ref sbyte w = ref Checked(currents, row);
        ref int current = ref MemoryMarshal.GetReference(currents);
        if (Avx512F.IsSupported)
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 16)
                (Vector512.LoadUnsafe(ref current, j) + Sixteen(ref w, j)).StoreUnsafe(ref current, j);
        }
        else if (Avx2.IsSupported)
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 8)
                (Vector256.LoadUnsafe(ref current, j) + Eight(ref w, j)).StoreUnsafe(ref current, j);
        }
        else
        {
            for (nuint j = 0; j < (nuint)currents.Length; j += 16)
            {
                Widen(ref w, j, out Vector128<int> a, out Vector128<int> b, out Vector128<int> c, out Vector128<int> d);
                (Vector128.LoadUnsafe(ref current, j) + a).StoreUnsafe(ref current, j);
                (Vector128.LoadUnsafe(ref current, j + 4) + b).StoreUnsafe(ref current, j + 4);
                (Vector128.LoadUnsafe(ref current, j + 8) + c).StoreUnsafe(ref current, j + 8);
                (Vector128.LoadUnsafe(ref current, j + 12) + d).StoreUnsafe(ref current, j + 12);
            }
        }
    }

    // The loops above read and write without bounds checks; this is the check for all of them.
    private static ref sbyte Checked(Span<int> currents, ReadOnlySpan<sbyte> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, currents.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length % Lanes, 0);
        return ref MemoryMarshal.GetReference(row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Sixteen(ref sbyte w, nuint j) =>
        Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref w, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ref sbyte w, nuint j) =>
        Avx2.ConvertToVector256Int32(Vector64.LoadUnsafe(ref w, j).ToVector128Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(
        ref sbyte w, nuint j, out Vector128<int> a, out Vector128<int> b, out Vector128<int> c, out Vector128<int> d)
    {
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref w, j));
        (a, b) = Vector128.Widen(low);
        (c, d) = Vector128.Widen(high);
    }
}
