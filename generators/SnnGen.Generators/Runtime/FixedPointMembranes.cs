namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of integer neurons with parameters of their own: j ← trunc(j a / 2¹²) + I, which takes the place of I where there are
/// synapses with a memory; I ← I + d; v ← trunc(v m / 2¹²) + I, but no less than f. Currents saturate at a limit, potentials saturate or wrap. All spans
/// of one call have the same length, a multiple of 16, or are empty where there is no such thing. Inlined where it is called, so that
/// what a layer lacks costs nothing.
/// </summary>
internal static class FixedPointMembranes
{
    private const int LeakBits = 12;

    /// <summary>Neurons that spike where v ≥ θ, or v &gt; θ, and are then reset: v ← v − ρ, or v ← ρ.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="currents">I.</param>
    /// <param name="leaks">m.</param>
    /// <param name="thresholds">θ.</param>
    /// <param name="resetValues">ρ.</param>
    /// <param name="spikes">Receives a frame.</param>
    /// <param name="subtracts">Whether a spike takes ρ away; else ρ is what it leaves.</param>
    /// <param name="above">Whether only a potential above θ spikes.</param>
    /// <param name="minimum">The lowest potential.</param>
    /// <param name="maximum">The highest potential.</param>
    /// <param name="wraps">Whether a potential that leaves its range comes in again at the other end.</param>
    /// <param name="limit">The largest current.</param>
    /// <param name="synaptic">j, or nothing.</param>
    /// <param name="synapticLeaks">a, or nothing.</param>
    /// <param name="drive">d, or nothing.</param>
    /// <param name="floor">f, or nothing.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<int> potentials, ReadOnlySpan<int> currents, ReadOnlySpan<int> leaks, ReadOnlySpan<int> thresholds, ReadOnlySpan<int> resetValues,
        Span<ulong> spikes, bool subtracts, bool above, int minimum, int maximum, bool wraps, int limit,
        Span<int> synaptic = default, ReadOnlySpan<int> synapticLeaks = default, ReadOnlySpan<int> drive = default, ReadOnlySpan<int> floor = default)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> theta = MemoryMarshal.Cast<int, Vector<int>>(thresholds), rho = MemoryMarshal.Cast<int, Vector<int>>(resetValues);
        Integrate(potentials, currents, leaks, minimum, maximum, wraps, limit, synaptic, synapticLeaks, drive, floor);
        spikes.Clear();
        for (int k = 0; k < v.Length; k++)
        {
            Vector<int> fired = above ? Vector.GreaterThan(v[k], theta[k]) : Vector.GreaterThanOrEqual(v[k], theta[k]);
            v[k] = Vector.ConditionalSelect(fired, subtracts ? Confine(v[k] - rho[k], minimum, maximum, wraps) : rho[k], v[k]);
            SpikeBits.Put(spikes, 0, k, fired);
        }
        return SpikeBits.Count(spikes);
    }

    /// <summary>Neurons that never spike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Integrate(
        Span<int> potentials, ReadOnlySpan<int> currents, ReadOnlySpan<int> leaks, int minimum, int maximum, bool wraps, int limit,
        Span<int> synaptic = default, ReadOnlySpan<int> synapticLeaks = default, ReadOnlySpan<int> drive = default, ReadOnlySpan<int> floor = default)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials), j = MemoryMarshal.Cast<int, Vector<int>>(synaptic);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents), m = MemoryMarshal.Cast<int, Vector<int>>(leaks);
        ReadOnlySpan<Vector<int>> a = MemoryMarshal.Cast<int, Vector<int>>(synapticLeaks), d = MemoryMarshal.Cast<int, Vector<int>>(drive);
        ReadOnlySpan<Vector<int>> lowest = MemoryMarshal.Cast<int, Vector<int>>(floor);
        for (int k = 0; k < v.Length; k++)
        {
            Vector<int> current = i[k];
            if (j.Length > 0)
                current = j[k] = Saturate(Decay(j[k], a[k]) + current, -limit, limit);
            if (d.Length > 0)
                current = Saturate(current + d[k], -limit, limit);
            Vector<int> next = Confine(Decay(v[k], m[k]) + current, minimum, maximum, wraps);
            v[k] = lowest.Length > 0 ? Vector.Max(next, lowest[k]) : next;
        }
    }

    // |v| m does not fit 32 bits: split |v| = 2¹² h + l, so that |v| m / 2¹² = h m + l m / 2¹², both of which do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Decay(Vector<int> v, Vector<int> m)
    {
        Vector<int> sign = v >> 31, magnitude = (v ^ sign) - sign;
        Vector<int> decayed = ((magnitude >> LeakBits) * m) + (((magnitude & new Vector<int>((1 << LeakBits) - 1)) * m) >> LeakBits);
        return (decayed ^ sign) - sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Confine(Vector<int> v, int minimum, int maximum, bool wraps)
    {
        if (!wraps)
            return Saturate(v, minimum, maximum);
        int unused = BitOperations.LeadingZeroCount((uint)maximum) - 1;
        return (v << unused) >> unused;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Saturate(Vector<int> v, int minimum, int maximum) =>
        Vector.Max(new Vector<int>(minimum), Vector.Min(new Vector<int>(maximum), v));
}
