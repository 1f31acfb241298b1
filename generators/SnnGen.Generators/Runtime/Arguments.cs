namespace SnnGen.Runtime;

using System;

/// <summary>Checks of what the app passes in; the messages name the sizes.</summary>
internal static class Arguments
{
    /// <summary>The input must have exactly <paramref name="expected"/> values.</summary>
    public static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"the network takes {expected} inputs, not {length}", name);
    }

    /// <summary>A frame must have one bit an input, in whole words, and no bit beyond the last input.</summary>
    public static void RequireFrame(ReadOnlySpan<ulong> frame, int inputs)
    {
        int words = (inputs + 63) >> 6;
        if (frame.Length != words)
            throw new ArgumentException($"a frame of {inputs} inputs has {words} words, not {frame.Length}", nameof(frame));
        if ((inputs & 63) != 0 && frame[words - 1] >> (inputs & 63) != 0)
            throw new ArgumentException($"the frame has a spike beyond the last of {inputs} inputs", nameof(frame));
    }

    /// <summary>A batch must have whole inputs, one for each result.</summary>
    public static void RequireBatch(int length, int inputs, int results)
    {
        if (length != (long)inputs * results)
            throw new ArgumentException($"{results} results take {(long)inputs * results} values, not {length}", "inputs");
    }

    /// <summary>Bytes of a saved state must have exactly <paramref name="expected"/> bytes.</summary>
    public static void RequireState(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"a state has {expected} bytes, not {length}", name);
    }

    /// <summary>An index must be 0 to <paramref name="count"/> − 1.</summary>
    public static void RequireIndex(int index, int count, string name)
    {
        if (index < 0 || index >= count)
            throw new ArgumentOutOfRangeException(name, index, $"must be at least 0 and less than {count}");
    }

    /// <summary>A step under a held input needs one.</summary>
    public static void RequireHeld(bool isHeld)
    {
        if (!isHeld)
            throw new InvalidOperationException("nothing is held: call Hold before Step, or pass Step a frame of spikes");
    }
}
