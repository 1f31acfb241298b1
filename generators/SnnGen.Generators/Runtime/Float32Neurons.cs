namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of single-precision neurons: v ← β v + I; spike if v ≥ θ; reset. Where there is a synaptic current, it is I;
/// where there is a refractory period, counters of the steps left hold v. Each operation is rounded once.
/// All spans of one call have the same length, a multiple of 16. Inlined where it is called, so that
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

    /// <summary>Spiking neurons under currents that stay for some steps; the counters of a refractory period are empty where there is none.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="currents">I.</param>
    /// <param name="thresholds">θ.</param>
    /// <param name="spikes">Receives a frame a step.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="leak">β.</param>
    /// <param name="resetToZero">Whether a spike empties the membrane; else it takes θ away.</param>
    /// <param name="refractory">The counters.</param>
    /// <param name="period">Steps of rest after a spike.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<float> potentials, ReadOnlySpan<float> currents, ReadOnlySpan<float> thresholds, Span<ulong> spikes, int steps,
        float leak, bool resetToZero, Span<int> refractory = default, int period = 0)
    {
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(potentials);
        ReadOnlySpan<Vector<float>> i = MemoryMarshal.Cast<float, Vector<float>>(currents);
        ReadOnlySpan<Vector<float>> theta = MemoryMarshal.Cast<float, Vector<float>>(thresholds);
        int words = spikes.Length / steps;
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            Vector<float> potential = v[j], current = i[j], threshold = theta[j];
            for (int step = 0, word = 0; step < steps; step++, word += words)
            {
                Vector<float> next = (leak == NoLeak ? potential : potential * leak) + current;
                Vector<int> fired = Vector.GreaterThanOrEqual(next, threshold);
                if (period > 0)
                    fired = RefractoryPeriod.Pass(refractory, j, period, potential, fired, ref next);
                potential = Vector.ConditionalSelect(fired, resetToZero ? Vector<float>.Zero : next - threshold, next);
                SpikeBits.Put(spikes, word, j, fired);
            }
            v[j] = potential;
        }
        return SpikeBits.Count(spikes);
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
