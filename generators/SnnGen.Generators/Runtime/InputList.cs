namespace SnnGen.Runtime;

using System;
using System.Numerics;

/// <summary>Lists the inputs that are not zero, in ascending order.</summary>
internal static class InputList
{
    /// <summary>From one frame of spikes.</summary>
    /// <returns>Number of inputs written.</returns>
    public static int FromSpikes(ReadOnlySpan<ulong> frame, Span<InputValue> inputs)
    {
        int count = 0;
        for (int word = 0; word < frame.Length; word++)
        {
            for (ulong rest = frame[word]; rest != 0; rest &= rest - 1)
                inputs[count++] = new InputValue((word << 6) + BitOperations.TrailingZeroCount(rest), 1f);
        }
        return count;
    }

    /// <summary>From values.</summary>
    /// <returns>Number of inputs written.</returns>
    public static int FromValues(ReadOnlySpan<float> values, Span<InputValue> inputs)
    {
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                inputs[count++] = new InputValue(i, values[i]);
        }
        return count;
    }
}
