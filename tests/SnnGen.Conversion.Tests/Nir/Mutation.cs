namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Changes of a binary file that its reader may not expect; the same seed makes the same change.</summary>
internal static class Mutation
{
    private static readonly ulong[] s_extremes =
    [
        0, 1, 2, 255, 256, ushort.MaxValue, 1 << 16, int.MaxValue, 1UL << 31, uint.MaxValue, 1UL << 32, 1UL << 40, long.MaxValue, 1UL << 63, ulong.MaxValue,
    ];

    /// <summary>A copy of <paramref name="content"/> with up to five changes.</summary>
    public static byte[] Of(byte[] content, int seed)
    {
        var random = new Random(seed);
        var mutant = (byte[])content.Clone();
        for (int change = random.Next(1, 6); change > 0; change--)
            Change(mutant, random);
        return mutant;
    }

    /// <summary>A bit, a byte, a length, an address, or a piece of the file at another place.</summary>
    private static void Change(byte[] content, Random random)
    {
        int at = random.Next(content.Length - sizeof(ulong));
        switch (random.Next(7))
        {
            case 0:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                content[at] = (byte)random.Next(256);
                break;
            case 2:
                BitConverter.TryWriteBytes(content.AsSpan(at), s_extremes[random.Next(s_extremes.Length)]);
                break;
            case 3:
                BitConverter.TryWriteBytes(content.AsSpan(at), (ushort)s_extremes[random.Next(s_extremes.Length)]);
                break;
            case 4:
                BitConverter.TryWriteBytes(content.AsSpan(at & ~7), (long)random.Next(content.Length));
                break;
            case 5:
                // Most bytes are padding; this finds one that says something.
                at += Math.Max(0, content.AsSpan(at).IndexOfAnyExcept((byte)0, byte.MaxValue));
                content[at] = (byte)(content[at] + random.Next(-2, 3));
                break;
            default:
                int length = random.Next(1, 64);
                content.AsSpan(random.Next(content.Length - length), length).CopyTo(content.AsSpan(random.Next(content.Length - length)));
                break;
        }
    }
}
