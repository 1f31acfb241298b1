using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>How long a readout of 8 bits, −128 to 127, is safe from saturation.</summary>
public class ExitBoundsTests
{
    [Theory]
    [InlineData(0, 0, 127)] // nothing moves the potential: every step counts as one unit
    [InlineData(2, 0, 63)]
    [InlineData(2, -3, 25)]
    [InlineData(-2, 3, 25)]
    public void Every_step_takes_the_largest_current(int weight, int bias, long steps) => Assert.Equal(steps, LongestRun(weight, bias, start: 0));

    [Theory]
    [InlineData(100, 5)] // 27 units are left, 5 of them a step
    [InlineData(-100, 5)]
    [InlineData(127, 0)]
    public void A_start_leaves_less_room(int start, long steps) => Assert.Equal(steps, LongestRun(2, 3, start));

    [Fact]
    public void A_start_at_the_lowest_potential_leaves_none() => Assert.Equal(0, LongestRun(0, 0, start: -128));

    [Fact]
    public void The_output_with_the_least_room_decides()
    {
        SpikingLayer layer = OneLayer.Dense(new Integrator(), 2, TensorOf.Integers(1, 10)) with { InitialPotential = TensorOf.Integers(0, 27) };
        Assert.Equal(10, ExitBounds.LongestRun(layer, new FixedPointArithmetic(8, 8)));
    }

    private static long LongestRun(int weight, int bias, int start) => ExitBounds.LongestRun(
        OneLayer.Dense(new Integrator(), 1, TensorOf.Integers(weight)) with { Bias = TensorOf.Integers(bias), InitialPotential = TensorOf.Integers(start) },
        new FixedPointArithmetic(8, 8));
}
