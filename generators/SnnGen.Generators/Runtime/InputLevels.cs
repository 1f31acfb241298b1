namespace SnnGen.Runtime;

using System;

/// <summary>How values of the app become what the first layer receives.</summary>
internal static class InputLevels
{
    /// <summary>Levels of a quantised input; also what one input spike is worth in fixed point.</summary>
    public const int FullScale = 255;

    /// <summary>u = (x − offset) / scale.</summary>
    public static float Normalise(float x, float scale, float offset) => (x - offset) / scale;

    /// <summary>q = ⌊255 u + ½⌋ clamped to 0…255; NaN becomes 0.</summary>
    public static byte Quantise(float x, float scale, float offset)
    {
        float level = Normalise(x, scale, offset) * FullScale;
        return level > 0f ? (byte)((level < FullScale ? level : FullScale) + 0.5f) : (byte)0;
    }

    /// <summary>Number of levels that are not zero.</summary>
    public static int Active(ReadOnlySpan<byte> levels) => levels.Length - levels.Count((byte)0);

    /// <summary>
    /// The deterministic rate encoder of one input: threshold 255, start 127, current <paramref name="level"/>.
    /// </summary>
    /// <param name="frames">Bit-packed frames, one after another; bits of this input are set.</param>
    /// <param name="wordsPerFrame">Words of one frame.</param>
    /// <param name="input">Index of the input.</param>
    /// <param name="level">q, 0 to 255.</param>
    public static void EncodeRate(Span<ulong> frames, int wordsPerFrame, int input, byte level)
    {
        int potential = FullScale / 2;
        for (int word = input >> 6; word < frames.Length; word += wordsPerFrame)
        {
            potential += level;
            if (potential < FullScale)
                continue;
            potential -= FullScale;
            frames[word] |= 1UL << (input & 63);
        }
    }

    /// <summary>Frame by frame, the spikes of inputs that have not spiked before, which are noted as seen.</summary>
    public static void TakeNew(ReadOnlySpan<ulong> frames, Span<ulong> seen, Span<ulong> taken)
    {
        for (int start = 0; start < frames.Length; start += seen.Length)
        {
            for (int word = 0; word < seen.Length; word++)
            {
                taken[start + word] = frames[start + word] & ~seen[word];
                seen[word] |= frames[start + word];
            }
        }
    }
}
