namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>
/// Two bits a weight: a byte holds two outputs, the even one in its low nibble; a nibble holds both weights of an output,
/// that of the first input below.
/// </summary>
internal readonly struct Int2Weights : IWeightFormat
{
    private const int Outputs = 0x000F_000F;
    private const short Weights = 0x0303;
    private const sbyte Sign = 0x02;

    public static int RowBytes(int outputs) => outputs / 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Load128(ref byte row, nuint output)
    {
        Vector128<ushort> low = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Bytes.Read32(ref row, output / 2)).AsByte());
        Vector128<int> two = Vector128.WidenLower(low).AsInt32();
        Vector128<short> one = ((two | (two << 12)) & Vector128.Create(Outputs)).AsInt16();
        Vector128<sbyte> apart = ((one | (one << 6)) & Vector128.Create(Weights)).AsSByte();
        return (apart ^ Vector128.Create(Sign)) - Vector128.Create(Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Load256(ref byte row, nuint output)
    {
        Vector128<ushort> low = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Bytes.Read64(ref row, output / 2)).AsByte());
        Vector256<int> two = Bytes.Widen(low).AsInt32();
        Vector256<short> one = ((two | (two << 12)) & Vector256.Create(Outputs)).AsInt16();
        Vector256<sbyte> apart = ((one | (one << 6)) & Vector256.Create(Weights)).AsSByte();
        return (apart ^ Vector256.Create(Sign)) - Vector256.Create(Sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<sbyte> Load512(ref byte row, nuint output)
    {
        Vector512<int> two = Bytes.Widen(Bytes.Widen(Vector128.LoadUnsafe(ref row, output / 2))).AsInt32();
        Vector512<short> one = ((two | (two << 12)) & Vector512.Create(Outputs)).AsInt16();
        Vector512<sbyte> apart = ((one | (one << 6)) & Vector512.Create(Weights)).AsSByte();
        return (apart ^ Vector512.Create(Sign)) - Vector512.Create(Sign);
    }
}
