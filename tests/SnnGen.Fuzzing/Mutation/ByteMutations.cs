using System.Buffers.Binary;

namespace SnnGen.Fuzzing.Mutation;

/// <summary>Changes that need not know the format.</summary>
internal static class ByteMutations
{
    private static readonly byte[] s_bytes = [0x00, 0xFF, 0x7F, 0x80, 0x01];

    public static byte[] FlipBit(byte[] input, Random random)
    {
        byte[] result = [.. input];
        int bit = random.Next(8 * result.Length);
        result[bit / 8] ^= (byte)(1 << (bit % 8));
        return result;
    }

    public static byte[] SetByte(byte[] input, Random random)
    {
        byte[] result = [.. input];
        result[random.Next(result.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : s_bytes[random.Next(s_bytes.Length)];
        return result;
    }

    public static byte[] Truncate(byte[] input, Random random) => input[..random.Next(input.Length)];

    public static byte[] Delete(byte[] input, Random random)
    {
        (int start, int end) = Range(input, random);
        return [.. input[..start], .. input[end..]];
    }

    public static byte[] Duplicate(byte[] input, Random random)
    {
        (int start, int end) = Range(input, random);
        int times = random.Next(8) == 0 ? Math.Min(64, 1 + 4096 / Math.Max(1, end - start)) : 1;
        return [.. input[..end], .. Enumerable.Repeat(input[start..end], times).SelectMany(part => part), .. input[end..]];
    }

    public static byte[] Move(byte[] input, Random random)
    {
        (int start, int end) = Range(input, random);
        byte[] rest = [.. input[..start], .. input[end..]];
        int place = random.Next(rest.Length + 1);
        return [.. rest[..place], .. input[start..end], .. rest[place..]];
    }

    /// <summary>An integer of 1, 2, 4 or 8 bytes in either byte order.</summary>
    public static byte[] SetInteger(byte[] input, Random random)
    {
        byte[] result = [.. input];
        long value = Extremes.Integers[random.Next(Extremes.Integers.Length)];
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Span<byte> field = bytes[..Math.Min(1 << random.Next(4), result.Length)];
        if (random.Next(2) == 0)
            field.Reverse();
        field.CopyTo(result.AsSpan(random.Next(result.Length - field.Length + 1)));
        return result;
    }

    /// <summary>A protobuf integer in place of another.</summary>
    public static byte[] SetVarint(byte[] input, Random random)
    {
        int start = random.Next(input.Length), end = start;
        while (end < input.Length - 1 && end - start < 9 && input[end] >= 0x80)
            end++;
        var varint = new List<byte>();
        ulong rest = unchecked((ulong)Extremes.Integers[random.Next(Extremes.Integers.Length)]);
        for (; rest >= 0x80; rest >>= 7)
            varint.Add((byte)(rest | 0x80));
        varint.Add((byte)rest);
        return [.. input[..start], .. varint, .. input[(end + 1)..]];
    }

    private static (int Start, int End) Range(byte[] input, Random random)
    {
        int start = random.Next(input.Length), longest = random.Next(4) == 0 ? input.Length : 32;
        return (start, Math.Min(input.Length, start + 1 + random.Next(longest)));
    }
}
