using CsCheck;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>A constant current has a closed form for every integrate-and-fire neuron.</summary>
public class IntegrateAndFireTests
{
    [Fact]
    public void Reset_by_subtraction_conserves_charge() => Gen.Select(
        Gen.Byte, Gen.Int[-300, 300], Gen.Int[1, 2000], Gen.Int[0, 1999], Gen.Int[1, 40]).Sample((q, bias, threshold, start, steps) =>
    {
        SimulationResult result = Run(ResetMode.Subtract, q, bias, threshold, Math.Min(start, threshold - 1), steps);
        long charge = Math.Min(start, threshold - 1) + (long)steps * (q + bias);
        // At most one spike a step; a current of less than one threshold never falls behind.
        if (q + bias >= 0 && q + bias <= threshold)
            Assert.Equal(charge / threshold, result.Rasters[0].Count(0));
        if (q + bias > 2 * threshold)
            Assert.Equal(steps, result.Rasters[0].Count(0));
        if (q + bias <= 0)
            Assert.Equal(0, result.Rasters[0].Count(0));
    }, threads: 1);

    [Fact]
    public void Reset_to_zero_has_the_period_of_the_ceiling() => Gen.Select(
        Gen.Int[1, 255], Gen.Int[1, 2000], Gen.Int[1, 60]).Sample((q, threshold, steps) =>
    {
        SimulationResult result = Run(ResetMode.Zero, (byte)q, 0, threshold, 0, steps);
        int period = (threshold + q - 1) / q;
        Assert.Equal(steps / period, result.Rasters[0].Count(0));
        for (int step = 0; step < steps; step++)
            Assert.Equal((step + 1) % period == 0, result.Rasters[0][step, 0]);
    }, threads: 1);

    [Fact]
    public void The_threshold_itself_fires() =>
        Assert.Equal(1, Run(ResetMode.Subtract, 100, 0, 100, 0, 1).Rasters[0].Count(0));

    [Fact]
    public void Half_a_threshold_at_the_start_rounds_the_rate_to_nearest()
    {
        for (int q = 0; q <= 255; q++)
        {
            int spikes = Run(ResetMode.Subtract, (byte)q, 0, 256, 128, 16).Rasters[0].Count(0);
            Assert.Equal((int)Math.Floor(16 * q / 256.0 + 0.5), spikes);
        }
    }

    [Fact]
    public void Single_precision_follows_the_same_law() => Gen.Select(Gen.Int[0, 64], Gen.Int[1, 32]).Sample((numerator, steps) =>
    {
        // Multiples of 1/64 are exact, so the closed form is too.
        var network = Chain.Float32(new IntegrateAndFire(ResetMode.Subtract), steps, start: 0.5f);
        SimulationResult result = new ReferenceSimulator(network).Run([numerator / 64f]);
        Assert.Equal((32 + steps * numerator) / 64, result.Rasters[0].Count(0));
    }, threads: 1);

    private static SimulationResult Run(ResetMode reset, byte q, int bias, int threshold, int start, int steps) =>
        new ReferenceSimulator(Chain.FixedPoint(new IntegrateAndFire(reset), steps, bias, threshold, start)).Run([q]);
}
