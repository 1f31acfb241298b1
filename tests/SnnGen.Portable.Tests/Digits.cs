using System.IO.Compression;

namespace SnnGen.Portable.Tests;

/// <summary>The test images of the sample, 8 x 8 pixels each, and what they show.</summary>
internal static class Digits
{
    public const int Pixels = 64;

    private const int ImageHeader = 16, LabelHeader = 8;

    public static byte[][] Images { get; } =
        [.. Read("digits-test-images-idx3-ubyte.gz").Skip(ImageHeader).Chunk(Pixels)];

    public static byte[] Labels { get; } = [.. Read("digits-test-labels-idx1-ubyte.gz").Skip(LabelHeader)];

    private static byte[] Read(string file)
    {
        using var archive = new GZipStream(File.OpenRead(Path.Combine(RepositoryFolder.Root, "sample-app", "Data", file)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        archive.CopyTo(bytes);
        return bytes.ToArray();
    }
}
