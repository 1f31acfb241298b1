namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>Reads and widens a few bytes.</summary>
internal static class Bytes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read64(ref byte start, nuint index) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read32(ref byte start, nuint index) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> Widen(Vector128<byte> values) => Vector256.WidenLower(values.ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Widen(Vector128<ushort> values) => Vector256.WidenLower(values.ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Widen(Vector256<byte> values) => Vector512.WidenLower(values.ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Widen(Vector256<ushort> values) => Vector512.WidenLower(values.ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Widen(Vector128<sbyte> values) => Vector256.WidenLower(values.ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Widen(Vector256<sbyte> values) => Vector512.WidenLower(values.ToVector512Unsafe());
}
