using System;

namespace SnnGen.NativeAot.Tests.Program;

/// <summary>Inputs of a network that every program makes for itself: the same seed gives the same on any machine.</summary>
internal sealed class SampleInput(int seed)
{
    private uint _state = (uint)seed * 2654435761 + 1;

    /// <summary>Levels, the extremes often among them.</summary>
    public byte[] Bytes(int count)
    {
        var values = new byte[count];
        for (int i = 0; i < count; i++)
            values[i] = (Next() & 3) switch { 0 => 0, 1 => 255, _ => (byte)Next() };
        return values;
    }

    /// <summary>Values in the units of a model, some of them far outside its range.</summary>
    public float[] Floats(int count, float scale, float offset)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (Next() & 15) switch { 0 => -1000, 1 => 1000, _ => offset + scale * (Next() & 1023) / 1000 };
        return values;
    }

    /// <summary>Frames of spikes of one rate, which is any from silence to a spike of every input in every step.</summary>
    public bool[][] Spikes(int steps, int count)
    {
        uint rate = Next() % 9;
        var frames = new bool[steps][];
        for (int step = 0; step < steps; step++)
        {
            frames[step] = new bool[count];
            for (int i = 0; i < count; i++)
                frames[step][i] = (Next() & 7) < rate;
        }
        return frames;
    }

    // xorshift32, whose upper bits are the better ones.
    private uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state >> 8;
    }
}
