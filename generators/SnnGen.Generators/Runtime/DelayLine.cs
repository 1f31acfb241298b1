namespace SnnGen.Runtime;

using System;

/// <summary>What arrives at a step from a source whose neurons have delays of their own.</summary>
internal static class DelayLine
{
    /// <summary>Spikes: the neurons of a delay are those of its mask.</summary>
    /// <param name="frames">Frames of the source, oldest first.</param>
    /// <param name="step">Index of the frame without a delay.</param>
    /// <param name="delays">The delays that occur, one a mask, and padding.</param>
    /// <param name="masks">A frame for each of them.</param>
    /// <param name="arriving">Receives a frame.</param>
    public static void Gather(ReadOnlySpan<ulong> frames, int step, ReadOnlySpan<int> delays, ReadOnlySpan<ulong> masks, Span<ulong> arriving)
    {
        arriving.Clear();
        for (int k = 0; k * arriving.Length < masks.Length; k++)
        {
            ReadOnlySpan<ulong> frame = frames.Slice((step - delays[k]) * arriving.Length, arriving.Length);
            ReadOnlySpan<ulong> mask = masks.Slice(k * arriving.Length, arriving.Length);
            for (int word = 0; word < frame.Length; word++)
                arriving[word] |= frame[word] & mask[word];
        }
    }

    /// <summary>Values.</summary>
    /// <param name="values">Values of the source, oldest step first.</param>
    /// <param name="stride">Values of a step.</param>
    /// <param name="step">Index of the step without a delay.</param>
    /// <param name="delays">One a neuron.</param>
    /// <param name="arriving">Receives a value a neuron.</param>
    public static void Gather(ReadOnlySpan<float> values, int stride, int step, ReadOnlySpan<int> delays, Span<float> arriving)
    {
        for (int i = 0; i < arriving.Length; i++)
            arriving[i] = values[((step - delays[i]) * stride) + i];
    }
}
