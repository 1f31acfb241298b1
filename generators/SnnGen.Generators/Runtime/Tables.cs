namespace SnnGen.Runtime;

using System;
using System.Runtime.InteropServices;

/// <summary>Reads the constant tables of a network: little-endian values packed into 64-bit words.</summary>
internal static class Tables
{
    /// <summary>Eight values a word.</summary>
    public static ReadOnlySpan<sbyte> Int8(ReadOnlySpan<ulong> words) => Unpack<sbyte>(words);

    /// <summary>Four values a word.</summary>
    public static ReadOnlySpan<short> Int16(ReadOnlySpan<ulong> words) => Unpack<short>(words);

    /// <summary>Eight values a word.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<ulong> words) => Unpack<byte>(words);

    /// <summary>Two values a word.</summary>
    public static ReadOnlySpan<int> Int32(ReadOnlySpan<ulong> words) => Unpack<int>(words);

    /// <summary>Two values a word.</summary>
    public static ReadOnlySpan<float> Float32(ReadOnlySpan<ulong> words) => Unpack<float>(words);

    /// <summary>The words themselves.</summary>
    public static ReadOnlySpan<ulong> Words(ReadOnlySpan<ulong> words) => Unpack<ulong>(words);

    private static ReadOnlySpan<T> Unpack<T>(ReadOnlySpan<ulong> words)
        where T : unmanaged
    {
        // Read in place: on a big-endian machine the values inside a word would come out in reverse.
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("networks compiled by SnnGen need a little-endian machine");
        return MemoryMarshal.Cast<ulong, T>(words);
    }
}
