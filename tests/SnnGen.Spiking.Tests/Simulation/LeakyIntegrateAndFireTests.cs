using CsCheck;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

public class LeakyIntegrateAndFireTests
{
    [Fact]
    public void Below_rheobase_it_never_fires_and_above_it_does() => Gen.Select(
        Gen.Int[64, 4000], Gen.Int[1, 254]).Sample((mantissa, q) =>
    {
        // Exact arithmetic climbs to q / (1 − β). Rounding toward zero loses less than one a step,
        // so that the integer potential may stop earlier, but only above (q − 1) / (1 − β).
        int leak = 4096 - mantissa;
        Assert.Equal(0, Count(mantissa, q, 4096 * q / leak + 1, 200));
        Assert.True(Count(mantissa, q, 4096 * (q - 1) / leak + 1, 2000) > 0);
    }, iter: 1000, threads: 1);

    [Fact]
    public void Single_precision_potential_is_the_geometric_series()
    {
        var network = Chain.Float32(new LeakyIntegrateAndFire(0.5, ResetMode.Subtract), 1, threshold: 100);
        double potential = 0;
        for (int steps = 1; steps <= 20; steps++)
        {
            potential = 0.5 * potential + 1;
            LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
            layer.Hold([1]);
            var raster = new SpikeRaster(steps, 1);
            for (int step = 0; step < steps; step++)
                layer.Step(_ => null, raster, step);
            Assert.Equal(2 - Math.Pow(0.5, steps - 1), layer.Potentials()[0]);
            Assert.Equal(potential, layer.Potentials()[0]);
        }
    }

    [Theory]
    [InlineData(1000, 3072, 750)]
    [InlineData(-1000, 3072, -750)]
    [InlineData(3, 2048, 1)]
    [InlineData(-3, 2048, -1)]
    [InlineData(-1, 4095, 0)]
    public void The_fixed_point_leak_rounds_toward_zero(int start, int mantissa, int expected)
    {
        var network = Chain.FixedPoint(
            new LeakyIntegrateAndFire(mantissa / 4096.0, ResetMode.Zero), 1, threshold: 1 << 20, start: start);
        LayerSimulator layer = LayerSimulator.Create(network.Layers[0], network.Arithmetic);
        layer.Hold([0]);
        layer.Step(_ => null, new SpikeRaster(1, 1), 0);
        Assert.Equal(expected, layer.Potentials()[0]);
    }

    private static int Count(int mantissa, int q, int threshold, int steps) => new ReferenceSimulator(Chain.FixedPoint(
        new LeakyIntegrateAndFire(mantissa / 4096.0, ResetMode.Subtract), steps, threshold: threshold))
        .Run([(byte)q]).Rasters[0].Count(0);
}
