namespace SnnGen.Runtime;

using System;

/// <summary>Values as spikes of chance.</summary>
internal static class PoissonEncoder
{
    /// <summary>The encoder of chance of one input: it spikes at each step with probability q / 255, by a hash of seed, step and input.</summary>
    public static void Encode(Span<ulong> frames, int wordsPerFrame, int input, byte level, int seed)
    {
        uint start = (uint)seed;
        for (int word = input >> 6; word < frames.Length; word += wordsPerFrame)
        {
            start = unchecked(start + 0x9E3779B9u);
            if ((ulong)Mix(unchecked(Mix(start) + (uint)input)) * InputLevels.FullScale >> 32 < level)
                frames[word] |= 1UL << (input & 63);
        }
    }

    private static uint Mix(uint x)
    {
        x = unchecked((x ^ (x >> 16)) * 0x7FEB352Du);
        x = unchecked((x ^ (x >> 15)) * 0x846CA68Bu);
        return x ^ (x >> 16);
    }
}
