namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// One step of neurons of Intel's Loihi, in its integers: u ← trunc(u (4095 − du) / 2¹²) + (a ≪ 6), wrapped once into 24 bits;
/// v ← trunc(v (4096 − dv) / 2¹²) + u + bias, clipped to ±(2²³ − 1); spike if v &gt; θ ≪ 6, and then v ← 0.
/// </summary>
internal static class LoihiNeurons
{
    private const int Alignment = 6;
    private const int StateLimit = 1 << 23;
    private const int LargestBias = (1 << 12) - 1;

    /// <summary>One step.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="synaptic">u.</param>
    /// <param name="synapses">Sums of the weights of incoming spikes.</param>
    /// <param name="host">What the host adds to the bias mantissas, before its shift.</param>
    /// <param name="bias">The bias mantissas.</param>
    /// <param name="thresholds">θ, before its shift.</param>
    /// <param name="spikes">Receives a frame.</param>
    /// <param name="currentDecay">du.</param>
    /// <param name="potentialDecay">dv.</param>
    /// <param name="weightExponent">Exponent of the weights.</param>
    /// <param name="biasExponent">Exponent of the bias.</param>
    /// <param name="inputShift">Shift of what the host adds.</param>
    /// <returns>Number of spikes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Fire(
        Span<int> potentials, Span<int> synaptic, ReadOnlySpan<int> synapses, ReadOnlySpan<int> host, ReadOnlySpan<int> bias,
        ReadOnlySpan<int> thresholds, Span<ulong> spikes,
        int currentDecay, int potentialDecay, int weightExponent, int biasExponent, int inputShift)
    {
        Span<Vector<int>> v = MemoryMarshal.Cast<int, Vector<int>>(potentials), u = MemoryMarshal.Cast<int, Vector<int>>(synaptic);
        ReadOnlySpan<Vector<int>> a = MemoryMarshal.Cast<int, Vector<int>>(synapses), h = MemoryMarshal.Cast<int, Vector<int>>(host);
        ReadOnlySpan<Vector<int>> b = MemoryMarshal.Cast<int, Vector<int>>(bias), theta = MemoryMarshal.Cast<int, Vector<int>>(thresholds);
        spikes.Clear();
        for (int j = 0; j < v.Length; j++)
        {
            u[j] = Wrap(Decay(u[j], currentDecay + 1) + (Shift(a[j], weightExponent) << Alignment));
            Vector<int> mantissa = b[j] + (h[j] >> inputShift);
            mantissa = Vector.Max(new Vector<int>(-LargestBias - 1), Vector.Min(new Vector<int>(LargestBias), mantissa));
            Vector<int> next = Decay(v[j], potentialDecay) + u[j] + Shift(mantissa, biasExponent);
            next = Vector.Max(new Vector<int>(-StateLimit + 1), Vector.Min(new Vector<int>(StateLimit - 1), next));
            Vector<int> fired = Vector.GreaterThan(next, theta[j] << Alignment);
            v[j] = Vector.AndNot(next, fired);
            SpikeBits.Put(spikes, 0, j, fired);
        }
        return SpikeBits.Count(spikes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Decay(Vector<int> value, int decay) =>
        decay == 1 << 12 ? Vector<int>.Zero : FixedPointNeurons.Decay(value, (1 << 12) - decay, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Shift(Vector<int> value, int exponent) => exponent >= 0 ? value << exponent : value >> -exponent;

    // u > 2²³ loses 2²⁴, u ≤ −2²³ gains it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Wrap(Vector<int> u)
    {
        Vector<int> above = Vector.GreaterThan(u, new Vector<int>(StateLimit)), below = Vector.LessThanOrEqual(u, new Vector<int>(-StateLimit));
        return u - (above & new Vector<int>(2 * StateLimit)) + (below & new Vector<int>(2 * StateLimit));
    }
}
