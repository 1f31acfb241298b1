using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Simulation;

/// <summary>The arithmetic of the reference simulator: neuron equations are written once, over this.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal interface INumberSystem<T>
    where T : struct
{
    /// <summary>What the weight of a spike is multiplied by.</summary>
    T Spike(int worth);

    T[] Read(Tensor tensor);

    bool IsZero(T x);

    bool IsAtLeast(T a, T b);

    bool IsAbove(T a, T b);

    T Add(T a, T b);

    T Subtract(T a, T b);

    T Multiply(T weight, T x);

    T Decay(T value, double leak, LeakForm form);

    /// <summary>The share of a value that a leak of its own leaves.</summary>
    T Decay(T value, T leak);

    /// <summary>A potential in the range of its bits.</summary>
    T Confine(T potential);

    T SaturateCurrent(T current);

    T SaturateDeficit(T deficit);

    T FromInput(float value);
}

/// <summary>Single precision, each operation rounded once.</summary>
internal readonly struct Float32Numbers : INumberSystem<float>
{
    public float Spike(int worth) => 1f;

    public float[] Read(Tensor tensor) => ((Float32Tensor)tensor).Values.ToArray();

    public bool IsZero(float x) => x == 0f;

    public bool IsAtLeast(float a, float b) => a >= b;

    public bool IsAbove(float a, float b) => a > b;

    public float Add(float a, float b) => a + b;

    public float Subtract(float a, float b) => a - b;

    public float Multiply(float weight, float x) => weight * x;

    public float Decay(float value, double leak, LeakForm form) => (float)leak * value;

    public float Decay(float value, float leak) => leak * value;

    public float Confine(float potential) => potential;

    public float SaturateCurrent(float current) => current;

    public float SaturateDeficit(float deficit) => deficit;

    public float FromInput(float value) => value;
}

/// <summary>Integers. 64 bits wide here, so that only the stated widths ever limit a value.</summary>
internal readonly struct FixedPointNumbers(FixedPointArithmetic arithmetic) : INumberSystem<long>
{
    public long Spike(int worth) => worth;

    public long[] Read(Tensor tensor) => [.. ((IntegerTensor)tensor).Values.Select(value => (long)value)];

    public bool IsZero(long x) => x == 0;

    public bool IsAtLeast(long a, long b) => a >= b;

    public bool IsAbove(long a, long b) => a > b;

    public long Add(long a, long b) => a + b;

    public long Subtract(long a, long b) => a - b;

    public long Multiply(long weight, long x) => weight * x;

    // Integer division rounds toward zero: trunc(v m / 2^12), as Loihi's trunc_shift; a right shift rounds down.
    public long Decay(long value, double leak, LeakForm form) => form == LeakForm.Shift
        ? value - (value >> LeakShift.Of(leak)!.Value)
        : value * (long)(leak * (1 << FixedPointArithmetic.LeakBits)) / (1 << FixedPointArithmetic.LeakBits);

    public long Decay(long value, long leak) => value * leak / (1 << FixedPointArithmetic.LeakBits);

    public long Confine(long potential)
    {
        if (arithmetic.Overflow == PotentialOverflow.Saturate)
            return Math.Max(arithmetic.MinimumPotential, Math.Min(arithmetic.MaximumPotential, potential));
        int unused = 64 - arithmetic.PotentialBits;
        return potential << unused >> unused;
    }

    public long SaturateCurrent(long current) =>
        Math.Max(-FixedPointArithmetic.CurrentLimit, Math.Min(FixedPointArithmetic.CurrentLimit, current));

    public long SaturateDeficit(long deficit) => Math.Max(MaxPooling.LowestDeficit, deficit);

    public long FromInput(float value) => (long)value;
}

internal static class NumberSystemExtensions
{
    /// <summary>The values of a tensor, those of one value, or one a channel, repeated.</summary>
    public static T[] Spread<T>(this INumberSystem<T> numbers, Tensor tensor, int count)
        where T : struct
    {
        T[] values = numbers.Read(tensor);
        return [.. Enumerable.Range(0, count).Select(j => values[j % values.Length])];
    }
}
