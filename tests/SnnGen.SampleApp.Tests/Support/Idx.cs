using System.Buffers.Binary;
using System.IO.Compression;

namespace SnnGen.SampleApp.Tests.Support;

/// <summary>Content of IDX files.</summary>
internal static class Idx
{
    public const string ImagesFile = "t10k-images-idx3-ubyte", LabelsFile = "t10k-labels-idx1-ubyte";

    public static byte[] Of(int[] extents, ReadOnlySpan<byte> elements)
    {
        var bytes = new byte[4 + 4 * extents.Length + elements.Length];
        (bytes[2], bytes[3]) = (8, (byte)extents.Length);
        for (int i = 0; i < extents.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * i), extents[i]);
        elements.CopyTo(bytes.AsSpan(4 + 4 * extents.Length));
        return bytes;
    }

    public static byte[] Images(int count, int side = 28) => Of([count, side, side], Enumerable.Range(0, count * side * side).Select(i => (byte)(i * 31)).ToArray());

    public static byte[] Labels(int count) => Of([count], Enumerable.Range(0, count).Select(i => (byte)(i % 10)).ToArray());

    public static byte[] Compressed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(content);
        return target.ToArray();
    }
}
