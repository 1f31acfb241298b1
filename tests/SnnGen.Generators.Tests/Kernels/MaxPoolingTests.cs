using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Max pooling of currents, against its definition.</summary>
public class MaxPoolingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    public void Summed_over_time_it_is_the_largest_sum(int channels)
    {
        Window window = Row(channels);
        var random = new Random(channels);
        int[] deficits = new int[3 * 2 * channels], sums = new int[5 * channels], total = new int[2 * channels], pooled = new int[2 * channels];
        float[] floatDeficits = new float[deficits.Length], floatTotal = new float[total.Length], floatPooled = new float[pooled.Length];
        for (int step = 0; step < 50; step++)
        {
            int[] currents = [.. sums.Select(_ => random.Next(-1000, 1000))];
            MaxPooling.Step<int>(deficits, currents, pooled, window);
            MaxPooling.Step<float>(floatDeficits, [.. currents.Select(i => (float)i)], floatPooled, window);
            for (int k = 0; k < sums.Length; k++)
                sums[k] += currents[k];
            for (int j = 0; j < total.Length; j++)
            {
                total[j] += pooled[j];
                floatTotal[j] += floatPooled[j];
                int place = j / channels, channel = j % channels;
                Assert.Equal(Enumerable.Range(2 * place, 3).Max(input => sums[(input * channels) + channel]), total[j]);
            }
            Assert.Equal(total.Select(sum => (float)sum), floatTotal);
            Assert.All(deficits, deficit => Assert.InRange(deficit, int.MinValue, 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_deficit_stops_at_its_lowest_value(int channels)
    {
        const int Largest = (1 << 30) - 1, Lowest = -(1 << 30);
        int[] deficits = new int[3 * 2 * channels], pooled = new int[2 * channels];
        // The first place of each window falls behind as fast as it can.
        int[] currents = [.. Enumerable.Range(0, 5 * channels).Select(k => k / channels % 2 == 0 ? -Largest : Largest)];
        for (int step = 0; step < 3; step++)
        {
            MaxPooling.Step<int>(deficits, currents, pooled, Row(channels));
            Assert.All(pooled, current => Assert.Equal(Largest, current));
            Assert.All(deficits.Take(2 * channels), deficit => Assert.Equal(Lowest, deficit));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void Currents_that_stay_give_the_same_pooled_current_at_every_step(int channels)
    {
        var random = new Random(channels);
        int[] deficits = new int[3 * 2 * channels], pooled = new int[2 * channels], held = new int[2 * channels];
        int[] currents = [.. Enumerable.Range(0, 5 * channels).Select(_ => random.Next(-(1 << 30) + 1, 1 << 30))];
        MaxPooling.Hold(currents, held, Row(channels));
        for (int step = 0; step < 5; step++)
        {
            MaxPooling.Step<int>(deficits, currents, pooled, Row(channels));
            Assert.Equal(held, pooled);
        }
    }

    // Two windows of three places, two apart, over five places.
    private static Window Row(int channels) => new()
    {
        InputHeight = 1, InputWidth = 5, InputChannels = channels, OutputHeight = 1, OutputWidth = 2, OutputChannels = channels,
        KernelHeight = 1, KernelWidth = 3, StrideHeight = 1, StrideWidth = 2, DilationHeight = 1, DilationWidth = 1,
    };
}
