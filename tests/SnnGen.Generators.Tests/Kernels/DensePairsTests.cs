using System.Runtime.Intrinsics;
using CsCheck;
using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Sums of rows of weights in every width of a vector and every storage, against plain loops.</summary>
public class DensePairsTests
{
    private static readonly Gen<(int Inputs, int Outputs, int Seed)> s_sizes =
        Gen.Select(Gen.Int[1, 130], Gen.Int[1, 11].Select(vectors => vectors * DensePairs.Outputs), Gen.Int);

    [Fact]
    public void Narrow_sums_of_eight_bits_are_exact() => Check<Int8Weights>(bits: 8, largestInput: 3, isNarrow: true);

    [Fact]
    public void Narrow_sums_of_four_bits_are_exact() => Check<Int4Weights>(bits: 4, largestInput: 20, isNarrow: true);

    [Fact]
    public void Narrow_sums_of_two_bits_are_exact() => Check<Int2Weights>(bits: 2, largestInput: 127, isNarrow: true);

    [Fact]
    public void Wide_sums_of_eight_bits_are_exact() => Check<Int8Weights>(bits: 8, largestInput: 255, isNarrow: false);

    [Fact]
    public void Wide_sums_of_four_bits_are_exact() => Check<Int4Weights>(bits: 4, largestInput: 255, isNarrow: false);

    [Fact]
    public void Wide_sums_of_two_bits_are_exact() => Check<Int2Weights>(bits: 2, largestInput: 255, isNarrow: false);

    [Fact]
    public void Rows_that_do_not_fit_the_currents_are_refused()
    {
        InputPair[] pair = [InputPair.Narrow(32, 1, 0)];
        Assert.Throws<ArgumentOutOfRangeException>(() => DensePairs.AddNarrow<Int8Weights>(new int[16], new int[16], new byte[32], pair, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DensePairs.AddWide<Int8Weights>(new int[15], new int[15], new byte[64], pair, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DensePairs.AddNarrow<Int8Weights>(new int[16], new int[32], new byte[64], pair, 1));
    }

    private static void Check<TFormat>(int bits, int largestInput, bool isNarrow)
        where TFormat : struct, IWeightFormat => s_sizes.Sample(size =>
    {
        (int inputs, int outputs, int seed) = size;
        var random = new Random(seed);
        int largest = bits == 8 && isNarrow ? 80 : (1 << (bits - 1)) - 1;
        int[][] weights = [.. Enumerable.Range(0, inputs).Select(_ => Enumerable.Range(0, outputs).Select(_ => random.Next(-largest, largest + 1)).ToArray())];
        byte[] values = [.. Enumerable.Range(0, inputs).Select(_ => (byte)(random.Next(2) == 0 ? 0 : random.Next(largestInput + 1)))];
        int[] start = [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-1000, 1000))];
        int[] expected = [.. start.Select((b, j) => b + 3 * Enumerable.Range(0, inputs).Sum(i => values[i] * weights[i][j]))];
        byte[] table = PairTable.Pack(weights, bits);
        var room = new InputPair[(inputs + 1) / 2];
        ReadOnlySpan<InputPair> pairs = room.AsSpan(0, PairList.FromBytes(values, room, TFormat.RowBytes(outputs), isNarrow));

        var actual = new int[outputs];
        if (isNarrow)
            DensePairs.AddNarrow<TFormat>(actual, start, table, pairs, 3);
        else
            DensePairs.AddWide<TFormat>(actual, start, table, pairs, 3);
        Assert.Equal(expected, actual);
        Widths<TFormat>(expected, start, table, pairs, isNarrow);
    }, iter: 60);

    // Widths that this machine lacks are computed piece by piece: the same code, the same bits.
    private static void Widths<TFormat>(int[] expected, int[] start, byte[] table, ReadOnlySpan<InputPair> pairs, bool isNarrow)
        where TFormat : struct, IWeightFormat
    {
        int[] by128 = new int[start.Length], by256 = new int[start.Length], by512 = new int[start.Length];
        if (isNarrow)
        {
            NarrowSums.Add<Lanes128, Vector128<short>, Vector128<int>, TFormat>(by128, start, table, pairs, 3, 0);
            NarrowSums.Add<Lanes256, Vector256<short>, Vector256<int>, TFormat>(by256, start, table, pairs, 3, 0);
        }
        else
        {
            WideSums.Add<Lanes128, Vector128<short>, Vector128<int>, TFormat>(by128, start, table, pairs, 3, 0);
            WideSums.Add<Lanes256, Vector256<short>, Vector256<int>, TFormat>(by256, start, table, pairs, 3, 0);
        }
        Assert.Equal(expected, by128);
        Assert.Equal(expected, by256);
        if (start.Length % Vector512<short>.Count != 0)
            return;
        if (isNarrow)
            NarrowSums.Add<Lanes512, Vector512<short>, Vector512<int>, TFormat>(by512, start, table, pairs, 3, 0);
        else
            WideSums.Add<Lanes512, Vector512<short>, Vector512<int>, TFormat>(by512, start, table, pairs, 3, 0);
        Assert.Equal(expected, by512);
    }
}
