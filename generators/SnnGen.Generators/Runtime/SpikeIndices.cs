namespace SnnGen.Runtime;

using System;
using System.Numerics;

/// <summary>The neurons that spike in one step, in ascending order: neuron i is bit i mod 64 of word i / 64.</summary>
internal ref struct SpikeIndices
{
    private readonly ReadOnlySpan<ulong> _words;
    private ulong _rest;
    private int _next;

    public SpikeIndices(ReadOnlySpan<ulong> words)
    {
        _words = words;
        _rest = 0;
        _next = 0;
        Current = 0;
    }

    public int Current { get; private set; }

    public readonly SpikeIndices GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_rest == 0)
        {
            if (_next == _words.Length)
                return false;
            _rest = _words[_next++];
        }
        Current = ((_next - 1) << 6) + BitOperations.TrailingZeroCount(_rest);
        _rest &= _rest - 1;
        return true;
    }
}
