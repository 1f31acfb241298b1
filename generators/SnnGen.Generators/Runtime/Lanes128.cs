namespace SnnGen.Runtime;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

/// <summary>128 bits: AdvSimd, SSSE3, or whatever the machine has.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<short>, Vector128<int>>
{
    public static int Count => Vector128<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Spread(int pair) => Vector128.Create(pair).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> SpreadWide(int pair) => Vector128.Create(pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Products<TFormat>(Vector128<short> pair, ref byte row, nuint output)
        where TFormat : struct, IWeightFormat
    {
        Vector128<sbyte> weights = TFormat.Load128(ref row, output);
        if (Ssse3.IsSupported)
            return Ssse3.MultiplyAddAdjacent(pair.AsByte(), weights);
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(
                AdvSimd.MultiplyWideningLower(pair.AsSByte().GetLower(), weights.GetLower()),
                AdvSimd.MultiplyWideningUpper(pair.AsSByte(), weights));
        }
        Vector128<short> both = weights.AsInt16();
        return ((pair & Vector128.Create((short)0xFF)) * ((both << 8) >> 8)) + ((pair >> 8) * (both >> 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ProductsWide<TFormat>(
        Vector128<int> pair, ref byte row, nuint output, out Vector128<int> low, out Vector128<int> high)
        where TFormat : struct, IWeightFormat
    {
        (Vector128<short> first, Vector128<short> second) = Vector128.Widen(TFormat.Load128(ref row, output));
        low = Products(pair, first);
        high = Products(pair, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> a, Vector128<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Multiply(Vector128<int> a, int b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector128<short> sums, out Vector128<int> low, out Vector128<int> high) => (low, high) = Vector128.Widen(sums);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Load(ref short start, nuint index) => Vector128.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load(ref int start, nuint index) => Vector128.LoadUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<short> value, ref short start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> value, ref int start, nuint index) => value.StoreUnsafe(ref start, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Products(Vector128<int> pair, Vector128<short> weights)
    {
        if (Sse2.IsSupported)
            return Sse2.MultiplyAddAdjacent(pair.AsInt16(), weights);
        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.AddPairwise(
                AdvSimd.MultiplyWideningLower(pair.AsInt16().GetLower(), weights.GetLower()),
                AdvSimd.MultiplyWideningUpper(pair.AsInt16(), weights));
        }
        Vector128<int> both = weights.AsInt32();
        return ((pair & Vector128.Create(0xFFFF)) * ((both << 16) >> 16)) + ((pair >> 16) * (both >> 16));
    }
}
