namespace SnnGen.Runtime;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>The steps after a spike in which a neuron rests: counters of 32 bits, one a neuron, of the steps left.</summary>
internal static class RefractoryPeriod
{
    /// <summary>One step of one vector of neurons: those that rest keep their potential and do not fire.</summary>
    /// <param name="refractory">The counters.</param>
    /// <param name="index">Number of the vector.</param>
    /// <param name="period">Steps of rest after a spike.</param>
    /// <param name="before">Potentials before the step.</param>
    /// <param name="fired">Lanes that would fire.</param>
    /// <param name="next">Potentials that they would have, without reset.</param>
    /// <returns>Lanes that fire.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Pass(Span<int> refractory, int index, int period, Vector<int> before, Vector<int> fired, ref Vector<int> next)
    {
        Vector<int> rests = Rest(refractory, index, period, ref fired);
        next = Vector.ConditionalSelect(rests, before, next);
        return fired;
    }

    /// <inheritdoc cref="Pass(Span{int}, int, int, Vector{int}, Vector{int}, ref Vector{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<int> Pass(Span<int> refractory, int index, int period, Vector<float> before, Vector<int> fired, ref Vector<float> next)
    {
        Vector<int> rests = Rest(refractory, index, period, ref fired);
        next = Vector.ConditionalSelect(rests, before, next);
        return fired;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Rest(Span<int> refractory, int index, int period, ref Vector<int> fired)
    {
        ref Vector<int> left = ref MemoryMarshal.Cast<int, Vector<int>>(refractory)[index];
        Vector<int> rests = Vector.GreaterThan(left, Vector<int>.Zero);
        fired = Vector.AndNot(fired, rests);
        // A lane of a true mask is -1: it counts down.
        left = Vector.ConditionalSelect(fired, new Vector<int>(period), left + rests);
        return rests;
    }
}
