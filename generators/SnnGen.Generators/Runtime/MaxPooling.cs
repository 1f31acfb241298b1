namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>
/// Max pooling of currents: summed over time the pooled current is the largest sum of currents in the window. In fixed
/// point a deficit stops at <see cref="LowestDeficit"/>.
/// </summary>
internal static class MaxPooling
{
    private const int LowestDeficit = -(1 << 30);

    /// <summary>One step: pooled ← the largest d + I of every window; d falls behind it by the difference.</summary>
    /// <param name="deficits">d, tap by tap, each as many as there are pooled currents; 0 at first.</param>
    /// <param name="currents">I.</param>
    /// <param name="pooled">Receives the pooled currents.</param>
    /// <param name="window">The windows.</param>
    public static void Step(Span<int> deficits, ReadOnlySpan<int> currents, Span<int> pooled, in Window window)
    {
        int channels = window.OutputChannels, outputs = window.OutputHeight * window.OutputWidth * channels;
        for (int output = 0; output < outputs; output += channels)
        {
            int place = output / channels, row = place / window.OutputWidth, column = place % window.OutputWidth;
            Span<int> largest = pooled.Slice(output, channels);
            bool isFirst = true;
            for (int tap = 0; tap < window.KernelHeight * window.KernelWidth; tap++)
            {
                if (!TryFind(window, row, column, tap, out int input))
                    continue;
                Add(deficits.Slice((tap * outputs) + output, channels), currents.Slice(input, channels), largest, isFirst);
                isFirst = false;
            }
            for (int tap = 0; tap < window.KernelHeight * window.KernelWidth; tap++)
            {
                if (TryFind(window, row, column, tap, out _))
                    FallBehind(deficits.Slice((tap * outputs) + output, channels), largest);
            }
        }
    }

    private static void Add(Span<int> deficits, ReadOnlySpan<int> currents, Span<int> largest, bool isFirst)
    {
        Span<Vector<int>> d = MemoryMarshal.Cast<int, Vector<int>>(deficits), top = MemoryMarshal.Cast<int, Vector<int>>(largest);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int j = 0; j < d.Length; j++)
        {
            d[j] += i[j];
            top[j] = isFirst ? d[j] : Vector.ConditionalSelect(Vector.GreaterThanOrEqual(d[j], top[j]), d[j], top[j]);
        }
        for (int c = d.Length * Vector<int>.Count; c < deficits.Length; c++)
        {
            deficits[c] += currents[c];
            if (isFirst || deficits[c] >= largest[c])
                largest[c] = deficits[c];
        }
    }

    private static void FallBehind(Span<int> deficits, ReadOnlySpan<int> largest)
    {
        Span<Vector<int>> d = MemoryMarshal.Cast<int, Vector<int>>(deficits);
        ReadOnlySpan<Vector<int>> top = MemoryMarshal.Cast<int, Vector<int>>(largest);
        for (int j = 0; j < d.Length; j++)
            d[j] = Saturate(d[j] - top[j]);
        for (int c = d.Length * Vector<int>.Count; c < deficits.Length; c++)
            deficits[c] = (int)Math.Max(LowestDeficit, (long)deficits[c] - largest[c]);
    }

    // A deficit is never positive: a difference that is has left 32 bits.
    private static Vector<int> Saturate(Vector<int> difference)
    {
        var lowest = new Vector<int>(LowestDeficit);
        return Vector.ConditionalSelect(Vector.GreaterThan(difference, Vector<int>.Zero), lowest, Vector.Max(difference, lowest));
    }

    /// <summary>One step: pooled ← the largest d + I of every window; d falls behind it by the difference.</summary>
    /// <param name="deficits">d, tap by tap, each as many as there are pooled currents; 0 at first.</param>
    /// <param name="currents">I.</param>
    /// <param name="pooled">Receives the pooled currents.</param>
    /// <param name="window">The windows.</param>
    public static void Step(Span<float> deficits, ReadOnlySpan<float> currents, Span<float> pooled, in Window window)
    {
        int channels = window.OutputChannels, outputs = window.OutputHeight * window.OutputWidth * channels;
        for (int output = 0; output < outputs; output += channels)
        {
            int place = output / channels, row = place / window.OutputWidth, column = place % window.OutputWidth;
            Span<float> largest = pooled.Slice(output, channels);
            bool isFirst = true;
            for (int tap = 0; tap < window.KernelHeight * window.KernelWidth; tap++)
            {
                if (!TryFind(window, row, column, tap, out int input))
                    continue;
                Add(deficits.Slice((tap * outputs) + output, channels), currents.Slice(input, channels), largest, isFirst);
                isFirst = false;
            }
            for (int tap = 0; tap < window.KernelHeight * window.KernelWidth; tap++)
            {
                if (TryFind(window, row, column, tap, out _))
                    FallBehind(deficits.Slice((tap * outputs) + output, channels), largest);
            }
        }
    }

    private static void Add(Span<float> deficits, ReadOnlySpan<float> currents, Span<float> largest, bool isFirst)
    {
        Span<Vector<float>> d = MemoryMarshal.Cast<float, Vector<float>>(deficits), top = MemoryMarshal.Cast<float, Vector<float>>(largest);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents);
        for (int j = 0; j < d.Length; j++)
        {
            d[j] += i[j];
            top[j] = isFirst ? d[j] : Vector.ConditionalSelect(Vector.GreaterThanOrEqual(d[j], top[j]), d[j], top[j]);
        }
        for (int c = d.Length * Vector<float>.Count; c < deficits.Length; c++)
        {
            deficits[c] += currents[c];
            if (isFirst || deficits[c] >= largest[c])
                largest[c] = deficits[c];
        }
    }

    private static void FallBehind(Span<float> deficits, ReadOnlySpan<float> largest)
    {
        Span<Vector<float>> d = MemoryMarshal.Cast<float, Vector<float>>(deficits);
        ReadOnlySpan<Vector<float>> top = MemoryMarshal.Cast<float, Vector<float>>(largest);
        for (int j = 0; j < d.Length; j++)
            d[j] -= top[j];
        for (int c = d.Length * Vector<float>.Count; c < deficits.Length; c++)
            deficits[c] = deficits[c] - largest[c];
    }

    // Index of the first channel of the input under a tap, if it lies on the map.
    private static bool TryFind(in Window window, int row, int column, int tap, out int input)
    {
        int inputRow = window.InputRow(row, tap / window.KernelWidth), inputColumn = window.InputColumn(column, tap % window.KernelWidth);
        input = ((inputRow * window.InputWidth) + inputColumn) * window.InputChannels;
        return inputRow >= 0 && inputColumn >= 0;
    }
}
