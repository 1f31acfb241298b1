using CsCheck;
using SnnGen.Runtime;

namespace SnnGen.Generators.Tests.Kernels;

/// <summary>Lists of active inputs and counts of spikes, against plain loops.</summary>
public class ActiveInputTests
{
    [Fact]
    public void Pairs_of_bytes_are_those_with_a_value() => Gen.Select(Gen.Int[0, 140], Gen.Int).Sample((count, seed) =>
    {
        byte[] values = Values(count, seed, 256);
        var pairs = new InputPair[((count + 1) / 2) + PairList.Slack];
        Assert.Equal(Expected(values), pairs.Take(PairList.FromBytes(values, pairs, 10, isNarrow: false)).Select(Wide));
        Assert.Equal(Expected(values), pairs.Take(PairList.FromBytes(values, pairs, 10, isNarrow: true)).Select(Narrow));
    }, iter: 200);

    [Fact]
    public void Pairs_of_spikes_are_those_with_a_spike() => Gen.Select(Gen.Int[1, 200], Gen.Int).Sample((count, seed) =>
    {
        byte[] spikes = Values(count, seed, 2);
        ulong[] frame = Frame(spikes);
        var pairs = new InputPair[((count + 1) / 2) + PairList.Slack];
        var inputs = new InputValue[count];
        Assert.Equal(Expected(spikes), pairs.Take(PairList.FromSpikes(frame, pairs, 10, isNarrow: false)).Select(Wide));
        Assert.Equal(Expected(spikes), pairs.Take(PairList.FromSpikes(frame, pairs, 10, isNarrow: true)).Select(Narrow));
        Assert.Equal(
            Enumerable.Range(0, count).Where(i => spikes[i] > 0).Select(i => (i, 1f)),
            inputs.Take(InputList.FromSpikes(frame, inputs)).Select(input => (input.Index, input.Value)));
    }, iter: 200);

    [Fact]
    public void Spikes_are_counted_neuron_by_neuron() => Gen.Select(Gen.Int[1, 200], Gen.Int).Sample((count, seed) =>
    {
        byte[] first = Values(count, seed, 2), second = Values(count, seed + 1, 2);
        var counts = new byte[count];
        SpikeCounts.Add(counts, Frame(first));
        SpikeCounts.Add(counts, Frame(second));
        Assert.Equal(first.Select((spike, i) => (byte)(spike + second[i])), counts);
        Assert.Equal(counts.Sum(c => c), SpikeCounts.Total(counts));
        Assert.Equal(counts.Count(c => c > 0), InputLevels.Active(counts));
    }, iter: 200);

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(40)]
    public void Counts_are_pooled_place_by_place(int channels)
    {
        var window = new Window
        {
            InputHeight = 5, InputWidth = 6, InputChannels = channels, OutputHeight = 3, OutputWidth = 3, OutputChannels = channels,
            KernelHeight = 3, KernelWidth = 2, StrideHeight = 2, StrideWidth = 2, PaddingTop = 1, PaddingLeft = 0, DilationHeight = 1, DilationWidth = 1,
        };
        byte[] counts = Values((5 * 6 * channels) + SpikeCounts.Slack, channels, 9), pooled = new byte[(9 * channels) + SpikeCounts.Slack];
        SpikeCounts.Pool(pooled, counts, window);
        for (int output = 0; output < 9 * channels; output++)
        {
            int place = output / channels, sum = 0;
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 2; j++)
                    if (window.InputRow(place / 3, i) is >= 0 and var row && window.InputColumn(place % 3, j) is >= 0 and var column)
                        sum += counts[(((row * 6) + column) * channels) + (output % channels)];
            Assert.Equal(sum, pooled[output]);
        }
    }

    private static (int, int, int) Wide(InputPair pair) => (pair.Row / 10, pair.Values & 0xFFFF, pair.Values >> 16);

    // Both bytes stand there twice.
    private static (int, int, int) Narrow(InputPair pair)
    {
        Assert.Equal(pair.Values & 0xFFFF, pair.Values >>> 16);
        return (pair.Row / 10, pair.Values & 0xFF, (pair.Values >> 8) & 0xFF);
    }

    private static byte[] Values(int count, int seed, int end)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (byte)(random.Next(3) == 0 ? random.Next(end) : 0))];
    }

    private static IEnumerable<(int, int, int)> Expected(byte[] values) => Enumerable.Range(0, (values.Length + 1) / 2)
        .Select(k => (k, (int)values[2 * k], 2 * k + 1 < values.Length ? values[2 * k + 1] : 0))
        .Where(pair => pair.Item2 + pair.Item3 > 0);

    private static ulong[] Frame(byte[] spikes)
    {
        var words = new ulong[(spikes.Length + 63) / 64];
        for (int i = 0; i < spikes.Length; i++)
            words[i / 64] |= (ulong)spikes[i] << (i % 64);
        return words;
    }
}
