namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>512 bits: AVX-512.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<short>, Vector512<int>>
{
    public static int Count => Vector512<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Spread(int pair) => Vector512.Create(pair).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> SpreadWide(int pair) => Vector512.Create(pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Products<TFormat>(Vector512<short> pair, ref byte row, nuint output)
        where TFormat : struct, IWeightFormat
    {
        Vector512<sbyte> weights = TFormat.Load512(ref row, output);
        if (Avx512BW.IsSupported)
            return Avx512BW.MultiplyAddAdjacent(pair.AsByte(), weights);
        Vector512<short> both = weights.AsInt16();
        return ((pair & Vector512.Create((short)0xFF)) * ((both << 8) >> 8)) + ((pair >> 8) * (both >> 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ProductsWide<TFormat>(
        Vector512<int> pair, ref byte row, nuint output, out Vector512<int> low, out Vector512<int> high)
        where TFormat : struct, IWeightFormat
    {
        low = Products(pair, Bytes.Widen(TFormat.Load256(ref row, output)));
        high = Products(pair, Bytes.Widen(TFormat.Load256(ref row, output + 16)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> a, Vector512<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Multiply(Vector512<int> a, int b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector512<short> sums, out Vector512<int> low, out Vector512<int> high) => (low, high) = Vector512.Widen(sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Load(ref short start, nuint index) => Vector512.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref int start, nuint index) => Vector512.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<short> value, ref short start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> value, ref int start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(Vector512<int> pair, Vector512<short> weights)
    {
        if (Avx512BW.IsSupported)
            return Avx512BW.MultiplyAddAdjacent(pair.AsInt16(), weights);
        Vector512<int> both = weights.AsInt32();
        return ((pair & Vector512.Create(0xFFFF)) * ((both << 16) >> 16)) + ((pair >> 16) * (both >> 16));
    }
}
