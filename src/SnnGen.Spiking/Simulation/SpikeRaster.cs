namespace SnnGen.Spiking.Simulation;

/// <summary>Spikes of a population over time, bit-packed: T frames of ⌈n / 64⌉ words, neuron i in bit i mod 64.</summary>
public sealed class SpikeRaster
{
    private readonly ulong[] _words;

    /// <summary>An empty raster.</summary>
    /// <param name="timeSteps">T ≥ 1.</param>
    /// <param name="neurons">n ≥ 1.</param>
    public SpikeRaster(int timeSteps, int neurons)
    {
        TimeSteps = timeSteps;
        Neurons = neurons;
        WordsPerFrame = (neurons + 63) / 64;
        _words = new ulong[checked(timeSteps * WordsPerFrame)];
    }

    /// <summary>T, number of frames.</summary>
    public int TimeSteps { get; }

    /// <summary>n, size of the population.</summary>
    public int Neurons { get; }

    /// <summary>Words of one frame.</summary>
    public int WordsPerFrame { get; }

    /// <summary>Whether <paramref name="neuron"/> spikes in frame <paramref name="step"/> (both from 0).</summary>
    public bool this[int step, int neuron]
    {
        get => (_words[step * WordsPerFrame + (neuron >> 6)] >> (neuron & 63) & 1) != 0;
        set
        {
            ulong bit = 1UL << (neuron & 63);
            ref ulong word = ref _words[step * WordsPerFrame + (neuron >> 6)];
            word = value ? word | bit : word & ~bit;
        }
    }

    /// <summary>The words of one frame.</summary>
    public ReadOnlySpan<ulong> Frame(int step) => _words.AsSpan(step * WordsPerFrame, WordsPerFrame);

    /// <summary>Spikes of one neuron over all frames.</summary>
    public int Count(int neuron)
    {
        int count = 0;
        for (int step = 0; step < TimeSteps; step++)
            count += this[step, neuron] ? 1 : 0;
        return count;
    }

    /// <summary>Spikes of one frame.</summary>
    public int CountFrame(int step)
    {
        int count = 0;
        foreach (ulong word in Frame(step))
            for (ulong rest = word; rest != 0; rest &= rest - 1)
                count++;
        return count;
    }
}
