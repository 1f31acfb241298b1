namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of integer neurons: v ← trunc(v m / 2¹²) + I, saturated; spike if v ≥ θ; reset. Where there is a synaptic
/// current, it is I; where there is a refractory period, counters of the steps left hold v. All spans of one call have
/// the same length, a multiple of <see cref="Int8Rows.Lanes"/>. Inlined where it is called, so that the constants of
/// a layer choose its code.
/// </summary>
internal static class FixedPointNeurons
{
    /// <summary>The mantissa m of a neuron that does not leak.</summary>
    public const int NoLeak = 1 << LeakBits;

    private const int LeakBits = 12;

    /// <summary>currents ← worth · currents + bias: input spikes become currents.</summary>
    public static void Scale(Span<int> currents, int worth, ReadOnlySpan<int> bias)
    {
        Span<Vector<int>> sums = MemoryMarshal.Cast<int, Vector<int>>(currents);
        ReadOnlySpan<Vector<int>> b = MemoryMarshal.Cast<int, Vector<int>>(bias);
        for (int j = 0; j < sums.Length; j++)
            sums[j] = (sums[j] * worth) + b[j];
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

    /// <summary>Spiking neurons; the counters of a refractory period are empty where there is none.</summary>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<int> potentials, ReadOnlySpan<int> currents, ReadOnlySpan<int> thresholds, Span<ulong> spikes,
        int leak, bool resetToZero, int minimum, int maximum, Span<int> refractory = default, int period = 0)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials);
        ReadOnlySpan<Vector<int>> i = MemoryMarshal.Cast<int, Vector<int>>(currents);
        ReadOnlySpan<Vector<int>> theta = MemoryMarshal.Cast<int, Vector<int>>(thresholds);
        int count = 0;
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            Vector<int> next = leak == NoLeak ? v[j] : Decay(v[j], leak);
            next = Saturate(next + i[j], minimum, maximum);
            Vector<int> fired = Vector.GreaterThanOrEqual(next, theta[j]);
            if (period > 0)
                fired = RefractoryPeriod.Pass(refractory, j, period, v[j], fired, ref next);
            v[j] = Vector.ConditionalSelect(fired, resetToZero ? Vector<int>.Zero : next - theta[j], next);

            ulong bits = SpikeBits.Pack(fired);
            int first = j * Vector<int>.Count;
            if (bits == 0)
                continue;
            spikes[first >> 6] |= bits << (first & 63);
            count += BitOperations.PopCount(bits);
        }
        return count;
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
