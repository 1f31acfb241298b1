namespace SnnGen.Runtime;

using System;
using System.Runtime.Intrinsics;

/// <summary>
/// Integer currents of a fully connected layer: for a block of outputs the rows of all active pairs are added in registers,
/// then scaled and stored once. Currents are a multiple of <see cref="Outputs"/>, as are the rows.
/// </summary>
internal static class DensePairs
{
    /// <summary>Rows and currents are whole multiples of this many outputs.</summary>
    public const int Outputs = 16;

    /// <summary>currents ← start + worth · Σ rows, where inputs are at most 127 and no sum leaves 16 bits.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="weights">The rows.</param>
    /// <param name="pairs">The active pairs.</param>
    /// <param name="worth">What an input of 1 counts.</param>
    public static void AddNarrow<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth)
        where TFormat : struct, IWeightFormat
    {
        Check<TFormat>(currents, start, weights, pairs);
        if (Vector512.IsHardwareAccelerated && currents.Length % Vector512<short>.Count == 0)
            NarrowSums.Add<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else if (Vector256.IsHardwareAccelerated)
            NarrowSums.Add<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else
            NarrowSums.Add<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
    }

    /// <summary>currents ← start + worth · Σ rows, in 32 bits, for inputs of 0 to 255.</summary>
    /// <inheritdoc cref="AddNarrow{TFormat}"/>
    public static void AddWide<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs, int worth)
        where TFormat : struct, IWeightFormat
    {
        Check<TFormat>(currents, start, weights, pairs);
        if (Vector512.IsHardwareAccelerated && currents.Length % Vector512<short>.Count == 0)
            WideSums.Add<Lanes512, Vector512<short>, Vector512<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else if (Vector256.IsHardwareAccelerated)
            WideSums.Add<Lanes256, Vector256<short>, Vector256<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
        else
            WideSums.Add<Lanes128, Vector128<short>, Vector128<int>, TFormat>(currents, start, weights, pairs, worth, firstRow: 0);
    }

    // What follows reads and writes without bounds checks; this is the check for all of it. Pairs ascend.
    private static void Check<TFormat>(
        Span<int> currents, ReadOnlySpan<int> start, ReadOnlySpan<byte> weights, ReadOnlySpan<InputPair> pairs)
        where TFormat : struct, IWeightFormat
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(start.Length, currents.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(currents.Length % Outputs, 0);
        if (!pairs.IsEmpty)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs[^1].Row + (long)TFormat.RowBytes(currents.Length), weights.Length);
    }
}
