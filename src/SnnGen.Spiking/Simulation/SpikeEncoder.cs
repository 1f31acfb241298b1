namespace SnnGen.Spiking.Simulation;

/// <summary>Input values as spikes. See docs/network-file.md for the exact rules.</summary>
public static class SpikeEncoder
{
    /// <summary>The spikes of <paramref name="levels"/> (q, 0 to 255) over T steps, as <paramref name="encoder"/> says; rates for an encoding that has no spikes of its own.</summary>
    public static SpikeRaster Encode(InputEncoder encoder, ReadOnlySpan<byte> levels, int timeSteps) => encoder.Encoding switch
    {
        InputEncoding.Poisson => Poisson(levels, timeSteps, encoder.Seed),
        InputEncoding.Latency => Latency(levels, timeSteps),
        _ => Rate(levels, timeSteps),
    };

    /// <summary>
    /// The rate encoder: an IF neuron per input with threshold 255, start 127 and the constant current
    /// <paramref name="levels"/> (see <see cref="InputEncoding.Rate"/>).
    /// </summary>
    public static SpikeRaster Rate(ReadOnlySpan<byte> levels, int timeSteps)
    {
        var raster = new SpikeRaster(timeSteps, levels.Length);
        for (int input = 0; input < levels.Length; input++)
        {
            int potential = InputEncoder.RateEncoderStart;
            for (int step = 0; step < timeSteps; step++)
            {
                potential += levels[input];
                if (potential < InputEncoder.FullScale)
                    continue;
                potential -= InputEncoder.FullScale;
                raster[step, input] = true;
            }
        }
        return raster;
    }

    /// <summary>Each input spikes at each step with probability q / 255, independently (see <see cref="InputEncoding.Poisson"/>).</summary>
    public static SpikeRaster Poisson(ReadOnlySpan<byte> levels, int timeSteps, int seed)
    {
        var raster = new SpikeRaster(timeSteps, levels.Length);
        for (int step = 0; step < timeSteps; step++)
            for (int input = 0; input < levels.Length; input++)
                raster[step, input] = (ulong)Chance(seed, step, input) * InputEncoder.FullScale >> 32 < levels[input];
        return raster;
    }

    /// <summary>Each input spikes at most once, the earlier the stronger (see <see cref="InputEncoding.Latency"/>).</summary>
    public static SpikeRaster Latency(ReadOnlySpan<byte> levels, int timeSteps)
    {
        var raster = new SpikeRaster(timeSteps, levels.Length);
        for (int input = 0; input < levels.Length; input++)
        {
            long step = ((InputEncoder.FullScale - levels[input]) * (long)timeSteps + InputEncoder.FullScale / 2) / InputEncoder.FullScale;
            if (step < timeSteps)
                raster[(int)step, input] = true;
        }
        return raster;
    }

    /// <summary>The first spike of each neuron: what a latency-coded input takes of a raster.</summary>
    public static SpikeRaster FirstSpikes(SpikeRaster raster)
    {
        var first = new SpikeRaster(raster.TimeSteps, raster.Neurons);
        for (int input = 0; input < raster.Neurons; input++)
        {
            int step = Enumerable.Range(0, raster.TimeSteps).FirstOrDefault(t => raster[t, input]);
            first[step, input] = raster[step, input];
        }
        return first;
    }

    // A number from 0 to 2³² − 1 that depends on nothing but its place.
    private static uint Chance(int seed, int step, int input) =>
        Mix(Mix(unchecked((uint)seed + 0x9E3779B9u * (uint)(step + 1))) + (uint)input);

    // lowbias32 (Wellons 2018): a permutation of 32 bits in which each bit of the input flips half of the output's.
    private static uint Mix(uint x)
    {
        unchecked
        {
            x = (x ^ x >> 16) * 0x7FEB352Du;
            x = (x ^ x >> 15) * 0x846CA68Bu;
            return x ^ x >> 16;
        }
    }
}
