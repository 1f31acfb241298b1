using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace SnnGen.Fuzzing.Guided;

/// <summary>The branches that instrumented assemblies take, with the classes of counts that AFL has.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Makes this what the assemblies write to. Must come before their code runs.</summary>
    public Coverage() => Trace.SharedMem = _counts;

    /// <summary>Branches seen so far.</summary>
    public int Edges { get; private set; }

    /// <summary>Before each input.</summary>
    public void Begin()
    {
        new Span<byte>(_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>After it: true where a branch was taken, or so often as, never before.</summary>
    public bool End()
    {
        bool isNew = false;
        var counts = new ReadOnlySpan<byte>(_counts, Size);
        for (int i = counts.IndexOfAnyExcept((byte)0); i >= 0; i = Next(counts, i + 1))
        {
            byte bucket = Bucket(counts[i]);
            if ((_seen[i] & bucket) != 0)
                continue;
            Edges += _seen[i] == 0 ? 1 : 0;
            _seen[i] |= bucket;
            isNew = true;
        }
        return isNew;
    }

    public void Dispose() => NativeMemory.Free(_counts);

    private static int Next(ReadOnlySpan<byte> counts, int start)
    {
        int next = counts[start..].IndexOfAnyExcept((byte)0);
        return next < 0 ? -1 : start + next;
    }

    private static byte Bucket(byte count) => count switch
    {
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
