namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>
/// Single-precision currents of a fully connected layer: for a block of outputs the rows of all active inputs are added in
/// registers. A row holds the fan-out of one input; its length is that of the currents, a multiple of 16. Inputs come in
/// ascending order and every product and sum is rounded once, so the bits do not depend on the vector width.
/// </summary>
internal static class Float32Rows
{
    /// <summary>currents ← start + Σ x · row.</summary>
    /// <param name="currents">Receives the currents; may be <paramref name="start"/>.</param>
    /// <param name="start">What they are without the inputs.</param>
    /// <param name="weights">The rows.</param>
    /// <param name="inputs">The active inputs.</param>
    public static void Add(Span<float> currents, ReadOnlySpan<float> start, ReadOnlySpan<float> weights, ReadOnlySpan<InputValue> inputs)
    {
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(start);
        int block = 0;
        for (; block <= to.Length - 4; block += 4)
            AddFour(to.Slice(block, 4), from.Slice(block, 4), weights, inputs, currents.Length, block * Vector<float>.Count);
        for (; block < to.Length; block++)
            to[block] = AddOne(from[block], weights, inputs, currents.Length, block * Vector<float>.Count);
    }

    private static void AddFour(
        Span<Vector<float>> to, ReadOnlySpan<Vector<float>> from, ReadOnlySpan<float> weights, ReadOnlySpan<InputValue> inputs, int stride, int first)
    {
        Vector<float> a = from[0], b = from[1], c = from[2], d = from[3];
        foreach (InputValue input in inputs)
        {
            ReadOnlySpan<Vector<float>> row = MemoryMarshal.Cast<float, Vector<float>>(weights.Slice((input.Index * stride) + first, 4 * Vector<float>.Count));
            a += row[0] * input.Value;
            b += row[1] * input.Value;
            c += row[2] * input.Value;
            d += row[3] * input.Value;
        }
        (to[0], to[1], to[2], to[3]) = (a, b, c, d);
    }

    private static Vector<float> AddOne(
        Vector<float> sum, ReadOnlySpan<float> weights, ReadOnlySpan<InputValue> inputs, int stride, int first)
    {
        foreach (InputValue input in inputs)
            sum += new Vector<float>(weights.Slice((input.Index * stride) + first, Vector<float>.Count)) * input.Value;
        return sum;
    }
}
