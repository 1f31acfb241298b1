namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// Integer neurons: v ← leak(v) + I, saturated or wrapped; spike if v ≥ θ; reset. A leak is trunc(v m / 2¹²), or v − (v ≫ k). Where there is a synaptic
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

    /// <summary>Synaptic currents: j ← leak(j) + I, saturated at both limits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Filter(Span<int> synaptic, ReadOnlySpan<int> currents, int leak, int limit, int leakShift = 0)
    {
        Span<Vector<int>> j = MemoryMarshal.Cast<int, Vector<int>>(synaptic);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int k = 0; k < j.Length; k++)
            j[k] = Saturate(Decay(j[k], leak, leakShift) + i[k], -limit, limit);
    }

    /// <summary>Spiking neurons under currents that stay for some steps; the counters of a refractory period are empty where there is none.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="currents">I.</param>
    /// <param name="thresholds">θ.</param>
    /// <param name="spikes">Receives a frame a step.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="leak">m, or <see cref="NoLeak"/>.</param>
    /// <param name="resetToZero">Whether a spike empties the membrane; else it takes θ away.</param>
    /// <param name="minimum">The lowest potential.</param>
    /// <param name="maximum">The highest potential.</param>
    /// <param name="refractory">The counters.</param>
    /// <param name="period">Steps of rest after a spike.</param>
    /// <param name="leakShift">k, of a leak by a shift in place of m; else 0.</param>
    /// <param name="wraps">Whether a potential that leaves its range comes in again at the other end.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<int> potentials, ReadOnlySpan<int> currents, ReadOnlySpan<int> thresholds, Span<ulong> spikes, int steps,
        int leak, bool resetToZero, int minimum, int maximum, Span<int> refractory = default, int period = 0,
        int leakShift = 0, bool wraps = false)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        ReadOnlySpan<Vector<int>> theta = MemoryMarshal.Cast<int, Vector<int>>(thresholds);
        int words = spikes.Length / steps;
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            Vector<int> potential = v[j], current = i[j], threshold = theta[j];
            if (leak == NoLeak && leakShift == 0 && period == 0 && !wraps && minimum >= -FarBelow && steps > 1 && IsSilent(potential, current, threshold, steps))
            {
                v[j] = Vector.Max(new Vector<int>(minimum), potential + (current * steps));
                continue;
            }
            for (int step = 0, word = 0; step < steps; step++, word += words)
            {
                Vector<int> next = Limit(Decay(potential, leak, leakShift), current, minimum, maximum, wraps);
                Vector<int> fired = Vector.GreaterThanOrEqual(next, threshold);
                if (period > 0)
                    fired = RefractoryPeriod.Pass(refractory, j, period, potential, fired, ref next);
                potential = Vector.ConditionalSelect(fired, resetToZero ? Vector<int>.Zero : next - threshold, next);
                SpikeBits.Put(spikes, word, j, fired);
            }
            v[j] = potential;
        }
        return SpikeBits.Count(spikes);
    }

    /// <summary>Neurons that never spike: v ← v + I, saturated or wrapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Integrate(Span<int> potentials, ReadOnlySpan<int> currents, int minimum, int maximum, bool wraps = false)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        for (int j = 0; j < v.Length; j++)
            v[j] = Limit(v[j], i[j], minimum, maximum, wraps);
    }

    // Whether no lane can spike: it is below its threshold and not driven up. Then the last potential follows from the first,
    // provided that it fits 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSilent(Vector<int> potential, Vector<int> current, Vector<int> threshold, int steps) =>
        Vector.LessThanOrEqualAll(current, Vector<int>.Zero) && Vector.LessThanAll(potential, threshold)
        && Vector.GreaterThanAll(current, new Vector<int>(-(FarBelow / steps)));

    /// <summary>trunc(v m / 2¹²), or v − (v ≫ shift) where there is a shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Decay(Vector<int> v, int m, int shift)
    {
        if (shift > 0)
            return v - (v >> shift);
        if (m == NoLeak)
            return v;
        // |v| m does not fit 32 bits: split |v| = 2¹² h + l, so that |v| m / 2¹² = h m + l m / 2¹², both of which do. |v| needs
        // all 32 bits.
        Vector<int> sign = v >> 31;
        Vector<uint> magnitude = Vector.AsVectorUInt32((v ^ sign) - sign);
        Vector<int> low = Vector.AsVectorInt32(magnitude) & new Vector<int>((1 << LeakBits) - 1);
        Vector<int> decayed = (Vector.AsVectorInt32(magnitude >> LeakBits) * m) + ((low * m) >> LeakBits);
        return (decayed ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Limit(Vector<int> v, Vector<int> current, int minimum, int maximum, bool wraps)
    {
        Vector<int> sum = v + current;
        if (wraps)
        {
            int unused = BitOperations.LeadingZeroCount((uint)maximum) - 1;
            return unused == 0 ? sum : (sum << unused) >> unused;
        }
        if (minimum > int.MinValue)
            return Saturate(sum, minimum, maximum);
        // Of 32 bits the sum itself overflows: where both have a sign that it has not.
        Vector<int> overflows = ((v ^ sum) & (current ^ sum)) >> 31;
        return Vector.ConditionalSelect(overflows, (v >> 31) ^ new Vector<int>(int.MaxValue), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Saturate(Vector<int> v, int minimum, int maximum) =>
        Vector.Max(new Vector<int>(minimum), Vector.Min(new Vector<int>(maximum), v));
}
