using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>The chance of docs/network-file.md, whose spikes were drawn by a few lines of Python that follow it.</summary>
public class PoissonTests
{
    [Fact]
    public void A_seed_gives_the_same_spikes_everywhere() => Assert.Equal(
    [
        "....x...x..x...x",
        "..xx.x.xx...xxx.",
        "x......xx.......",
        "xx..x..xxx..x.x.",
    ], Draw(seed: 5, level: 128));

    [Fact]
    public void The_largest_seed_does_too() => Assert.Equal(
    [
        "xxx.x...x.x.....",
        "....xx.......x..",
        ".x.....x........",
        ".xx.......x.....",
    ], Draw(seed: int.MaxValue, level: 77));

    private static string[] Draw(int seed, byte level)
    {
        byte[] levels = [.. Enumerable.Repeat(level, 16)];
        SpikeRaster raster = SpikeEncoder.Poisson(levels, 4, seed);
        return [.. Enumerable.Range(0, 4).Select(step => string.Concat(levels.Select((_, input) => raster[step, input] ? 'x' : '.')))];
    }
}
