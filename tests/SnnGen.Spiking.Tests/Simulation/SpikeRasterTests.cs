using CsCheck;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Spiking.Tests.Simulation;

public class SpikeRasterTests
{
    [Fact]
    public void Behaves_as_a_table_of_booleans() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 200], Gen.Int[0, 10_000]).Sample((steps, neurons, seed) =>
    {
        var random = new Random(seed);
        var raster = new SpikeRaster(steps, neurons);
        var table = new bool[steps, neurons];
        for (int change = 0; change < 300; change++)
        {
            int step = random.Next(steps), neuron = random.Next(neurons);
            raster[step, neuron] = table[step, neuron] = random.Next(2) == 0;
        }
        for (int step = 0; step < steps; step++)
            for (int neuron = 0; neuron < neurons; neuron++)
                Assert.Equal(table[step, neuron], raster[step, neuron]);
        Assert.Equal(table.Cast<bool>().Count(b => b), Enumerable.Range(0, steps).Sum(raster.CountFrame));
        Assert.Equal(table.Cast<bool>().Count(b => b), Enumerable.Range(0, neurons).Sum(raster.Count));
    }, threads: 1);

    [Fact]
    public void Bits_beyond_the_last_neuron_stay_zero()
    {
        var raster = new SpikeRaster(1, 65);
        for (int neuron = 0; neuron < 65; neuron++)
            raster[0, neuron] = true;
        Assert.Equal([ulong.MaxValue, 1UL], raster.Frame(0).ToArray());
    }

    [Fact]
    public void More_words_than_an_array_can_hold_are_refused()
    {
        // 2³⁰ frames of 2¹⁴ words: their number modulo 2³² is 0.
        Assert.Throws<OverflowException>(() => new SpikeRaster(1 << 30, 1 << 20));
    }
}
