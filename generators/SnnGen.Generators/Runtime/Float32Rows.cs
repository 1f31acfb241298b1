namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>
/// Products of a 0/1 or real vector with a table of float weights. A row holds the fan-out of one input; its length
/// is that of the currents, a multiple of <see cref="Int8Rows.Lanes"/>. Rows are added in ascending order and every
/// product and sum is rounded once, so the bits do not depend on the vector width.
/// </summary>
internal static class Float32Rows
{
    /// <summary>currents += Σ rows whose bit is set in <paramref name="spikes"/>.</summary>
    /// <returns>Number of rows added.</returns>
    public static int AddSelected(Span<float> currents, ReadOnlySpan<float> weights, ReadOnlySpan<ulong> spikes)
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

    /// <summary>currents += x · row, the product rounded before it is added.</summary>
    public static void AddScaled(Span<float> currents, ReadOnlySpan<float> row, float x)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (int j = 0; j < sums.Length; j++)
            sums[j] += w[j] * x;
    }

    private static void Add(Span<float> currents, ReadOnlySpan<float> row)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> w = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (int j = 0; j < sums.Length; j++)
            sums[j] += w[j];
    }
}
