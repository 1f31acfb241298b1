using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>The neurons over 16 lanes, the smallest layer.</summary>
public class NeuronTests
{
    private const int Lanes = DensePairs.Outputs;

    [Theory]
    [InlineData(9, 10, 0, false, 9)]
    [InlineData(10, 10, 1, false, 0)]
    [InlineData(17, 10, 1, false, 7)]
    [InlineData(17, 10, 1, true, 0)]
    [InlineData(200, 100, 1, false, 27)]
    [InlineData(-300, 100, 0, false, -128)]
    public void Integers_saturate_then_fire_then_reset(int current, int threshold, int spikes, bool resetToZero, int expected)
    {
        int[] v = new int[Lanes];
        var bits = new ulong[1];
        int count = FixedPointNeurons.Fire(
            v, All(current), All(threshold), bits, 1, FixedPointNeurons.NoLeak, resetToZero, minimum: -128, maximum: 127);

        Assert.Equal(spikes * Lanes, count);
        Assert.Equal(spikes == 1 ? 0xFFFFUL : 0, bits[0]);
        Assert.Equal(All(expected), v);
    }

    [Theory]
    [InlineData(1000, 2048, 500)]
    [InlineData(-1001, 2048, -500)]
    [InlineData(1, 4095, 0)]
    [InlineData(-1, 4095, 0)]
    [InlineData((1 << 30) - 1, 4095, 1073479679 - 0)]
    [InlineData(-(1 << 30), 4095, -1073479680)]
    public void Leak_rounds_toward_zero_without_overflow(int potential, int leak, int expected)
    {
        Assert.Equal(expected, (int)((long)Math.Abs((long)potential) * leak >> 12) * Math.Sign(potential));
        int[] v = All(potential);
        FixedPointNeurons.Fire(
            v, All(0), All(int.MaxValue), new ulong[1], 1, leak, resetToZero: false, minimum: -(1 << 30), maximum: (1 << 30) - 1);
        Assert.Equal(All(expected), v);
    }

    [Theory]
    [InlineData(FixedPointNeurons.NoLeak, false, 0)]
    [InlineData(FixedPointNeurons.NoLeak, true, 0)]
    [InlineData(3000, false, 0)]
    [InlineData(FixedPointNeurons.NoLeak, false, 2)]
    public void Several_steps_under_one_current_are_as_many_single_steps(int leak, bool resetToZero, int period)
    {
        const int Steps = 7;
        var random = new Random(leak + period);
        int[] currents = [.. All(0).Select(_ => random.Next(-150, 100))], thresholds = [.. All(0).Select(_ => random.Next(1, 200))];
        int[] one = [.. All(0).Select(_ => random.Next(-500, 100))], many = [.. one], rests = All(0), restsOfMany = All(0);
        ulong[] spikes = new ulong[Steps], expected = new ulong[Steps];
        int count = 0;
        for (int step = 0; step < Steps; step++)
            count += FixedPointNeurons.Fire(one, currents, thresholds, expected.AsSpan(step, 1), 1, leak, resetToZero, -600, 600, rests, period);
        Assert.Equal(count, FixedPointNeurons.Fire(many, currents, thresholds, spikes, Steps, leak, resetToZero, -600, 600, restsOfMany, period));
        Assert.Equal(expected, spikes);
        Assert.Equal(one, many);
    }

    [Fact]
    public void Silent_neurons_far_below_do_not_overflow()
    {
        int[] v = All(-(1 << 30));
        Assert.Equal(0, FixedPointNeurons.Fire(v, All(-(1 << 30) + 1), All(5), new ulong[16], 16, FixedPointNeurons.NoLeak, false, -(1 << 30), (1 << 30) - 1));
        Assert.Equal(All(-(1 << 30)), v);
    }

    [Fact]
    public void The_readout_saturates_at_both_ends()
    {
        int[] v = [.. Enumerable.Range(0, Lanes).Select(j => j % 2 == 0 ? 100 : -100)];
        FixedPointNeurons.Integrate(v, [.. v], minimum: -128, maximum: 127);
        Assert.Equal(Enumerable.Range(0, Lanes).Select(j => j % 2 == 0 ? 127 : -128), v);
    }

    [Theory]
    [InlineData(1f, 0.5f, 1f, false, true, 0.5f)]
    [InlineData(1f, 0.25f, 1f, false, false, 0.75f)]
    [InlineData(1f, 0.75f, 1f, true, true, 0f)]
    [InlineData(0.5f, 0.25f, 1f, false, false, 0.5f)]
    [InlineData(1f, float.NaN, 1f, false, false, float.NaN)]
    public void Floats_leak_then_fire_then_reset(
        float leak, float current, float threshold, bool resetToZero, bool fires, float expected)
    {
        // From v = 0.5 (0.5 + 0.5 reaches the threshold, 0.5 + 0.25 does not).
        float[] v = All(0.5f);
        if (fires && !resetToZero)
            expected = 0f;
        var bits = new ulong[1];
        int count = Float32Neurons.Fire(v, All(current), All(threshold), bits, 1, leak, resetToZero);
        Assert.Equal(fires ? Lanes : 0, count);
        Assert.Equal(fires ? 0xFFFFUL : 0, bits[0]);
        Assert.Equal(All(expected), v);
    }

    private static T[] All<T>(T value) => [.. Enumerable.Repeat(value, Lanes)];
}
