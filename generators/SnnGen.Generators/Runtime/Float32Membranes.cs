namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of single-precision neurons with parameters of their own: j ← α j + I, which takes the place of I where there are synapses
/// with a memory; I ← I + d; v ← β v + I, but no less than f. Each operation is rounded once. All spans of one call have the same length, a multiple of
/// 16, or are empty where there is no such thing. Inlined where it is called, so that what a layer lacks costs nothing.
/// </summary>
internal static class Float32Membranes
{
    /// <summary>Neurons that spike where v ≥ θ, or v &gt; θ, and are then reset: v ← v − ρ, or v ← ρ.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="currents">I.</param>
    /// <param name="leaks">β.</param>
    /// <param name="thresholds">θ.</param>
    /// <param name="resetValues">ρ.</param>
    /// <param name="spikes">Receives a frame.</param>
    /// <param name="subtracts">Whether a spike takes ρ away; else ρ is what it leaves.</param>
    /// <param name="above">Whether only a potential above θ spikes.</param>
    /// <param name="synaptic">j, or nothing.</param>
    /// <param name="synapticLeaks">α, or nothing.</param>
    /// <param name="drive">d, or nothing.</param>
    /// <param name="floor">f, or nothing.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<float> potentials, ReadOnlySpan<float> currents, ReadOnlySpan<float> leaks, ReadOnlySpan<float> thresholds, ReadOnlySpan<float> resetValues,
        Span<ulong> spikes, bool subtracts, bool above,
        Span<float> synaptic = default, ReadOnlySpan<float> synapticLeaks = default, ReadOnlySpan<float> drive = default, ReadOnlySpan<float> floor = default)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(potentials);
        ReadOnlySpan<Vector<float>> theta = MemoryMarshal.Cast<float, Vector<float>>(thresholds), rho = MemoryMarshal.Cast<float, Vector<float>>(resetValues);
        Integrate(potentials, currents, leaks, synaptic, synapticLeaks, drive, floor);
        spikes.Clear();
        for (int k = 0; k < v.Length; k++)
        {
            Vector<int> fired = above ? Vector.GreaterThan(v[k], theta[k]) : Vector.GreaterThanOrEqual(v[k], theta[k]);
            v[k] = Vector.ConditionalSelect(fired, subtracts ? v[k] - rho[k] : rho[k], v[k]);
            SpikeBits.Put(spikes, 0, k, fired);
        }
        return SpikeBits.Count(spikes);
    }

    /// <summary>Neurons that never spike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Integrate(
        Span<float> potentials, ReadOnlySpan<float> currents, ReadOnlySpan<float> leaks,
        Span<float> synaptic = default, ReadOnlySpan<float> synapticLeaks = default, ReadOnlySpan<float> drive = default, ReadOnlySpan<float> floor = default)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(potentials), j = MemoryMarshal.Cast<float, Vector<float>>(synaptic);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents), beta = MemoryMarshal.Cast<float, Vector<float>>(leaks);
        ReadOnlySpan<Vector<float>> alpha = MemoryMarshal.Cast<float, Vector<float>>(synapticLeaks), d = MemoryMarshal.Cast<float, Vector<float>>(drive);
        ReadOnlySpan<Vector<float>> lowest = MemoryMarshal.Cast<float, Vector<float>>(floor);
        for (int k = 0; k < v.Length; k++)
        {
            Vector<float> current = i[k];
            if (j.Length > 0)
                current = j[k] = (j[k] * alpha[k]) + current;
            if (d.Length > 0)
                current += d[k];
            Vector<float> next = (v[k] * beta[k]) + current;
            // Not a maximum, which makes numbers of what is none.
            v[k] = lowest.Length > 0 ? Vector.ConditionalSelect(Vector.LessThan(next, lowest[k]), lowest[k], next) : next;
        }
    }
}
