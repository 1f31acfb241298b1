namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of integer neurons: v ← trunc(v m / 2¹²) + I, saturated; spike if v ≥ θ; reset. Where there is a synaptic
/// current, it is I; where there is a refractory period, counters of the steps left hold v. All spans of one call have
/// the same length, a multiple of 16. Inlined where it is called, so that the constants of
/// a layer choose its code.
/// </summary>
internal static class FixedPointNeurons
{
    /// <summary>The mantissa m of a neuron that does not leak.</summary>
    public const int NoLeak = 1 << LeakBits;

    private const int LeakBits = 12;
    private const int FarBelow = 1 << 30;

    /// <summary>potentials += steps · currents, where nothing can saturate.</summary>
    public static void Advance(Span<int> potentials, ReadOnlySpan<int> currents, int steps)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int j = 0; j < v.Length; j++)
            v[j] += i[j] * steps;
    }

    /// <summary>Synaptic currents: j ← trunc(j m / 2¹²) + I, saturated at both limits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Filter(Span<int> synaptic, ReadOnlySpan<int> currents, int leak, int limit)
    {
        Span<Vector<int>> j = MemoryMarshal.Cast<int, Vector<int>>(synaptic);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int k = 0; k < j.Length; k++)
            j[k] = Saturate(Decay(j[k], leak) + i[k], -limit, limit);
    }

    /// <summary>Spiking neurons under currents that stay for some steps; the counters of a refractory period are empty where there is none.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="currents">I.</param>
    /// <param name="thresholds">θ.</param>
    /// <param name="spikes">Receives a frame a step.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="leak">m.</param>
    /// <param name="resetToZero">Whether a spike empties the membrane; else it takes θ away.</param>
    /// <param name="minimum">The lowest potential.</param>
    /// <param name="maximum">The highest potential.</param>
    /// <param name="refractory">The counters.</param>
    /// <param name="period">Steps of rest after a spike.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<int> potentials, ReadOnlySpan<int> currents, ReadOnlySpan<int> thresholds, Span<ulong> spikes, int steps,
        int leak, bool resetToZero, int minimum, int maximum, Span<int> refractory = default, int period = 0)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        ReadOnlySpan<Vector<int>> theta = MemoryMarshal.Cast<int, Vector<int>>(thresholds);
        int words = spikes.Length / steps;
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            Vector<int> potential = v[j], current = i[j], threshold = theta[j];
            if (leak == NoLeak && period == 0 && minimum >= -FarBelow && steps > 1 && IsSilent(potential, current, threshold, steps))
            {
                v[j] = Vector.Max(new Vector<int>(minimum), potential + (current * steps));
                continue;
            }
            int first = j * Vector<int>.Count, word = first >> 6;
            for (int step = 0; step < steps; step++, word += words)
            {
                Vector<int> next = leak == NoLeak ? potential : Decay(potential, leak);
                next = Saturate(next + current, minimum, maximum);
                Vector<int> fired = Vector.GreaterThanOrEqual(next, threshold);
                if (period > 0)
                    fired = RefractoryPeriod.Pass(refractory, j, period, potential, fired, ref next);
                potential = Vector.ConditionalSelect(fired, resetToZero ? Vector<int>.Zero : next - threshold, next);
                spikes[word] |= SpikeBits.Pack(fired) << (first & 63);
            }
            v[j] = potential;
        }
        return SpikeBits.Count(spikes);
    }

    /// <summary>Neurons that never spike: v ← v + I, saturated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Integrate(Span<int> potentials, ReadOnlySpan<int> currents, int minimum, int maximum)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int j = 0; j < v.Length; j++)
            v[j] = Saturate(v[j] + i[j], minimum, maximum);
    }

    // Whether no lane can spike: it is below its threshold and not driven up. Then the last potential follows from the first,
    // provided that it fits 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSilent(Vector<int> potential, Vector<int> current, Vector<int> threshold, int steps) =>
        Vector.LessThanOrEqualAll(current, Vector<int>.Zero) && Vector.LessThanAll(potential, threshold)
        && Vector.GreaterThanAll(current, new Vector<int>(-(FarBelow / steps)));

    // |v| m does not fit 32 bits: split |v| = 2¹² h + l, so that |v| m / 2¹² = h m + l m / 2¹², both of which do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Decay(Vector<int> v, int m)
    {
        Vector<int> sign = v >> 31;
        Vector<int> magnitude = (v ^ sign) - sign;
        Vector<int> low = magnitude & new Vector<int>((1 << LeakBits) - 1);
        Vector<int> decayed = ((magnitude >> LeakBits) * m) + ((low * m) >> LeakBits);
        return (decayed ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Saturate(Vector<int> v, int minimum, int maximum) =>
        Vector.Max(new Vector<int>(minimum), Vector.Min(new Vector<int>(maximum), v));
}
