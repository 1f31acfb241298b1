namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>256 bits: AVX2.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<short>, Vector256<int>>
{
    public static int Count => Vector256<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Spread(int pair) => Vector256.Create(pair).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> SpreadWide(int pair) => Vector256.Create(pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Products<TFormat>(Vector256<short> pair, ref byte row, nuint output)
        where TFormat : struct, IWeightFormat
    {
        Vector256<sbyte> weights = TFormat.Load256(ref row, output);
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(pair.AsByte(), weights);
        Vector256<short> both = weights.AsInt16();
        return ((pair & Vector256.Create((short)0xFF)) * ((both << 8) >> 8)) + ((pair >> 8) * (both >> 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ProductsWide<TFormat>(
        Vector256<int> pair, ref byte row, nuint output, out Vector256<int> low, out Vector256<int> high)
        where TFormat : struct, IWeightFormat
    {
        low = Products(pair, Bytes.Widen(TFormat.Load128(ref row, output)));
        high = Products(pair, Bytes.Widen(TFormat.Load128(ref row, output + 8)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> a, Vector256<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Multiply(Vector256<int> a, int b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector256<short> sums, out Vector256<int> low, out Vector256<int> high) => (low, high) = Vector256.Widen(sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Load(ref short start, nuint index) => Vector256.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref int start, nuint index) => Vector256.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> value, ref short start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> value, ref int start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<int> pair, Vector256<short> weights)
    {
        if (Avx2.IsSupported)
            return Avx2.MultiplyAddAdjacent(pair.AsInt16(), weights);
        Vector256<int> both = weights.AsInt32();
        return ((pair & Vector256.Create(0xFFFF)) * ((both << 16) >> 16)) + ((pair >> 16) * (both >> 16));
    }
}
