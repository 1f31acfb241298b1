namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of single-precision neurons: v ← β v + I; spike if v ≥ θ; reset. Where there is a synaptic current, it is I;
/// where there is a refractory period, counters of the steps left hold v. Each operation is rounded once. All spans of one call have the same length, a multiple of <see cref="Int8Rows.Lanes"/>. Inlined where it is called, so that
/// the constants of a layer choose its code.
/// </summary>
internal static class Float32Neurons
{
    /// <summary>The β of a neuron that does not leak.</summary>
    public const float NoLeak = 1f;

    /// <summary>Synaptic currents: j ← α j + I.</summary>
    public static void Filter(Span<float> synaptic, ReadOnlySpan<float> currents, float leak)
    {
        Span<Vector<float>> j = MemoryMarshal.Cast<float, Vector<float>>(synaptic);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents);
        for (int k = 0; k < j.Length; k++)
            j[k] = (j[k] * leak) + i[k];
    }

    /// <summary>Spiking neurons; the counters of a refractory period are empty where there is none.</summary>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<float> potentials, ReadOnlySpan<float> currents, ReadOnlySpan<float> thresholds, Span<ulong> spikes,
        float leak, bool resetToZero, Span<int> refractory = default, int period = 0)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(potentials);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> theta = MemoryMarshal.Cast<float, Vector<float>>(thresholds);
        int count = 0;
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            Vector<float> next = (leak == NoLeak ? v[j] : v[j] * leak) + i[j];
            Vector<int> fired = Vector.GreaterThanOrEqual(next, theta[j]);
            if (period > 0)
                fired = RefractoryPeriod.Pass(refractory, j, period, v[j], fired, ref next);
            v[j] = Vector.ConditionalSelect(fired, resetToZero ? Vector<float>.Zero : next - theta[j], next);

            ulong bits = SpikeBits.Pack(fired);
            int first = j * Vector<float>.Count;
            if (bits == 0)
                continue;
            spikes[first >> 6] |= bits << (first & 63);
            count += BitOperations.PopCount(bits);
        }
        return count;
    }

    /// <summary>Neurons that never spike: v ← v + I.</summary>
    public static void Integrate(Span<float> potentials, ReadOnlySpan<float> currents)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(potentials);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents);
        for (int j = 0; j < v.Length; j++)
            v[j] += i[j];
    }
}
