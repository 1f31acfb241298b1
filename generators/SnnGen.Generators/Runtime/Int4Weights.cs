namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>Four bits a weight: a byte holds both weights of an output, that of the first input below.</summary>
internal readonly struct Int4Weights : IWeightFormat
{
    private const short Nibbles = 0x0F0F;
    private const sbyte Sign = 0x08;

    public static int RowBytes(int outputs) => outputs;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Load128(ref byte row, nuint output)
    {
        Vector128<short> both = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Bytes.Read64(ref row, output)).AsByte()).AsInt16();
        Vector128<sbyte> apart = ((both | (both << 4)) & Vector128.Create(Nibbles)).AsSByte();
        return (apart ^ Vector128.Create(Sign)) - Vector128.Create(Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Load256(ref byte row, nuint output)
    {
        Vector256<short> both = Bytes.Widen(Vector128.LoadUnsafe(ref row, output)).AsInt16();
        Vector256<sbyte> apart = ((both | (both << 4)) & Vector256.Create(Nibbles)).AsSByte();
        return (apart ^ Vector256.Create(Sign)) - Vector256.Create(Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<sbyte> Load512(ref byte row, nuint output)
    {
        Vector512<short> both = Bytes.Widen(Vector256.LoadUnsafe(ref row, output)).AsInt16();
        Vector512<sbyte> apart = ((both | (both << 4)) & Vector512.Create(Nibbles)).AsSByte();
        return (apart ^ Vector512.Create(Sign)) - Vector512.Create(Sign);
    }
}
