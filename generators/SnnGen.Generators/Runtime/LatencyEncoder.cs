namespace SnnGen.Runtime;

using System;

/// <summary>Values as the time of a single spike.</summary>
internal static class LatencyEncoder
{
    /// <summary>The latency encoder of one input: a spike after ⌊((255 − q) T + 127) / 255⌋ of T steps, none where that is T.</summary>
    public static void Encode(Span<ulong> frames, int wordsPerFrame, int input, byte level)
    {
        int steps = frames.Length / wordsPerFrame;
        int step = (int)(((InputLevels.FullScale - level) * (long)steps + InputLevels.FullScale / 2) / InputLevels.FullScale);
        if (step < steps)
            frames[(step * wordsPerFrame) + (input >> 6)] |= 1UL << (input & 63);
    }
}
