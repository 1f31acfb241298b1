namespace SnnGen.Runtime;

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

/// <summary>Spikes as numbers, a byte a neuron: how often each spiked.</summary>
internal static class SpikeCounts
{
    /// <summary>Bytes that buffers of pooled counts are longer than the counts.</summary>
    public const int Slack = 16;

    /// <summary>counts += the spikes of one frame.</summary>
    public static void Add(Span<byte> counts, ReadOnlySpan<ulong> frame)
    {
        ReadOnlySpan<byte> bits = MemoryMarshal.AsBytes(frame);
        ref byte count = ref MemoryMarshal.GetReference(counts);
        int i = 0;
        if (Avx2.IsSupported)
        {
            // The byte of its bit for each of 32 counts, then that bit.
            Vector256<byte> spread = Vector256.Create(0x0000_0000_0000_0000, 0x0101_0101_0101_0101, 0x0202_0202_0202_0202, 0x0303_0303_0303_0303UL).AsByte();
            Vector256<byte> bit = Vector256.Create(0x8040_2010_0804_0201).AsByte();
            for (; i <= counts.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
            {
                uint some = Bytes.Read32(ref MemoryMarshal.GetReference(bits), (nuint)(i >> 3));
                if (some == 0)
                    continue;
                Vector256<byte> spikes = Vector256.Equals(Avx2.Shuffle(Vector256.Create(some).AsByte(), spread) & bit, bit);
                (Vector256.LoadUnsafe(ref count, (nuint)i) - spikes).StoreUnsafe(ref count, (nuint)i);
            }
        }
        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<byte> spread = Vector128.Create(0x0000_0000_0000_0000, 0x0101_0101_0101_0101UL).AsByte();
            Vector128<byte> bit = Vector128.Create(0x8040_2010_0804_0201).AsByte();
            for (; i <= counts.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                int both = bits[i >> 3] | (bits[(i >> 3) + 1] << 8);
                if (both == 0)
                    continue;
                Vector128<byte> spikes = Vector128.Equals(Vector128.Shuffle(Vector128.CreateScalar(unchecked((short)both)).AsByte(), spread) & bit, bit);
                (Vector128.LoadUnsafe(ref count, (nuint)i) - spikes).StoreUnsafe(ref count, (nuint)i);
            }
        }
        for (; i < counts.Length; i++)
            counts[i] += (byte)((bits[i >> 3] >> (i & 7)) & 1);
    }

    /// <summary>Brings what is numbered channels × height × width into the order height × width × channels.</summary>
    public static void ChannelsLast(Span<byte> target, ReadOnlySpan<byte> source, int places, int channels)
    {
        for (int channel = 0; channel < channels; channel++)
            for (int place = 0; place < places; place++)
                target[(place * channels) + channel] = source[(channel * places) + place];
    }

    /// <summary>pooled ← the sums of counts over windows, channels last; no sum leaves a byte.</summary>
    /// <param name="pooled">Receives the sums; longer than they are by <see cref="Slack"/>, where anything may be left behind.</param>
    /// <param name="counts">The counts, likewise longer by <see cref="Slack"/>.</param>
    /// <param name="window">The windows.</param>
    public static void Pool(Span<byte> pooled, ReadOnlySpan<byte> counts, in Window window)
    {
        int channels = window.OutputChannels, output = 0;
        for (int row = 0; row < window.OutputHeight; row++)
        {
            int top = (row * window.StrideHeight) - window.PaddingTop;
            for (int column = 0; column < window.OutputWidth; column++, output += channels)
            {
                int left = (column * window.StrideWidth) - window.PaddingLeft;
                for (int channel = 0; channel < channels; channel += Slack)
                {
                    Vector128<byte> sum = default;
                    for (int inputRow = top, i = 0; i < window.KernelHeight; i++, inputRow += window.DilationHeight)
                    {
                        if (unchecked((uint)inputRow) >= (uint)window.InputHeight)
                            continue;
                        for (int inputColumn = left, j = 0; j < window.KernelWidth; j++, inputColumn += window.DilationWidth)
                        {
                            if (unchecked((uint)inputColumn) < (uint)window.InputWidth)
                                sum += Load(counts, (((inputRow * window.InputWidth) + inputColumn) * channels) + channel);
                        }
                    }
                    // What is stored beyond the channels of this place, the next place overwrites.
                    sum.CopyTo(pooled.Slice(output + channel, Slack));
                }
            }
        }
    }

    /// <summary>Sum of all counts.</summary>
    public static int Total(ReadOnlySpan<byte> counts)
    {
        Vector128<uint> sums = default;
        int i = 0;
        for (; i <= counts.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Load(counts, i));
            low += high;
            sums += Vector128.WidenLower(low) + Vector128.WidenUpper(low);
        }
        int total = (int)Vector128.Sum(sums);
        for (; i < counts.Length; i++)
            total += counts[i];
        return total;
    }

    private static Vector128<byte> Load(ReadOnlySpan<byte> values, int start) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(values.Slice(start, Slack)));
}
