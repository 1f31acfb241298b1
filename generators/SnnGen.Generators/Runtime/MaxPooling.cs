namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    public static void Step<T>(Span<T> deficits, ReadOnlySpan<T> currents, Span<T> pooled, in Window window)
        where T : struct, INumber<T>
    {
        int channels = window.OutputChannels, outputs = window.OutputHeight * window.OutputWidth * channels, output = 0;
        for (int row = 0; row < window.OutputHeight; row++)
        {
            for (int column = 0; column < window.OutputWidth; column++, output += channels)
            {
                Span<T> largest = pooled.Slice(output, channels);
                Lead(deficits, currents, largest, window, row, column, outputs, output);
                for (int tap = 0; tap < window.KernelHeight * window.KernelWidth; tap++)
                    FallBehind(deficits.Slice((tap * outputs) + output, channels), largest);
            }
        }
    }

    /// <summary>
    /// The pooled currents of integer currents that are the same at every step, from the first one on: the largest of each
    /// window stays the largest, and its sum is that of the pooled current.
    /// </summary>
    public static void Hold(ReadOnlySpan<int> currents, Span<int> pooled, in Window window)
    {
        int channels = window.OutputChannels, output = 0;
        for (int row = 0; row < window.OutputHeight; row++)
        {
            for (int column = 0; column < window.OutputWidth; column++, output += channels)
            {
                Span<int> largest = pooled.Slice(output, channels);
                largest.Fill(int.MinValue);
                for (int i = 0; i < window.KernelHeight; i++)
                {
                    int inputRow = window.InputRow(row, i);
                    for (int j = 0; j < window.KernelWidth && inputRow >= 0; j++)
                    {
                        int inputColumn = window.InputColumn(column, j);
                        if (inputColumn >= 0)
                            Raise(largest, currents.Slice(((inputRow * window.InputWidth) + inputColumn) * channels, channels));
                    }
                }
            }
        }
    }

    // A tap outside the map has no deficit that anybody reads: only the others are added to.
    private static void Lead<T>(
        Span<T> deficits, ReadOnlySpan<T> currents, Span<T> largest, in Window window, int row, int column, int outputs, int output)
        where T : struct, INumber<T>
    {
        int channels = largest.Length;
        bool isFirst = true;
        for (int i = 0; i < window.KernelHeight; i++)
        {
            int inputRow = window.InputRow(row, i);
            for (int j = 0; j < window.KernelWidth && inputRow >= 0; j++)
            {
                int inputColumn = window.InputColumn(column, j);
                if (inputColumn < 0)
                    continue;
                int tap = (i * window.KernelWidth) + j, input = ((inputRow * window.InputWidth) + inputColumn) * channels;
                Add(deficits.Slice((tap * outputs) + output, channels), currents.Slice(input, channels), largest, isFirst);
                isFirst = false;
            }
        }
    }

    private static void Add<T>(Span<T> deficits, ReadOnlySpan<T> currents, Span<T> largest, bool isFirst)
        where T : struct, INumber<T>
    {
        Span<Vector<T>> d = MemoryMarshal.Cast<T, Vector<T>>(deficits), top = MemoryMarshal.Cast<T, Vector<T>>(largest);
        ReadOnlySpan<Vector<T>> i = MemoryMarshal.Cast<T, Vector<T>>(currents);
        for (int j = 0; j < d.Length; j++)
        {
            d[j] += i[j];
            top[j] = isFirst ? d[j] : Vector.ConditionalSelect(Vector.GreaterThanOrEqual(d[j], top[j]), d[j], top[j]);
        }
        for (int c = d.Length * Vector<T>.Count; c < deficits.Length; c++)
        {
            deficits[c] += currents[c];
            if (isFirst || deficits[c] >= largest[c])
                largest[c] = deficits[c];
        }
    }

    private static void FallBehind<T>(Span<T> deficits, ReadOnlySpan<T> largest)
        where T : struct, INumber<T>
    {
        Span<Vector<T>> d = MemoryMarshal.Cast<T, Vector<T>>(deficits);
        ReadOnlySpan<Vector<T>> top = MemoryMarshal.Cast<T, Vector<T>>(largest);
        for (int j = 0; j < d.Length; j++)
            d[j] = Saturate(d[j] - top[j]);
        for (int c = d.Length * Vector<T>.Count; c < deficits.Length; c++)
            deficits[c] = Saturate(Vector.Create(unchecked(deficits[c] - largest[c])))[0];
    }

    // A deficit is never positive: an integer difference that is has left 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Saturate<T>(Vector<T> difference)
    {
        if (typeof(T) != typeof(int))
            return difference;
        Vector<int> d = difference.As<T, int>(), lowest = new(LowestDeficit);
        return Vector.ConditionalSelect(Vector.GreaterThan(d, Vector<int>.Zero), lowest, Vector.Max(d, lowest)).As<int, T>();
    }

    private static void Raise(Span<int> largest, ReadOnlySpan<int> currents)
    {
        Span<Vector<int>> top = MemoryMarshal.Cast<int, Vector<int>>(largest);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int j = 0; j < top.Length; j++)
            top[j] = Vector.Max(top[j], i[j]);
        for (int c = top.Length * Vector<int>.Count; c < largest.Length; c++)
            largest[c] = Math.Max(largest[c], currents[c]);
    }
}
