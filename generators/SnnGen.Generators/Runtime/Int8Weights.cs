namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A byte a weight.</summary>
internal readonly struct Int8Weights : IWeightFormat
{
    public static int RowBytes(int outputs) => outputs * 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Load128(ref byte row, nuint output) => Vector128.LoadUnsafe(ref row, output * 2).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Load256(ref byte row, nuint output) => Vector256.LoadUnsafe(ref row, output * 2).AsSByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<sbyte> Load512(ref byte row, nuint output) => Vector512.LoadUnsafe(ref row, output * 2).AsSByte();
}
