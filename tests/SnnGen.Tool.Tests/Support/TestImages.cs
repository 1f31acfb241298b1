using SnnGen.Package.Tests.Support;

namespace SnnGen.Tool.Tests.Support;

/// <summary>Labelled inputs for <see cref="TinyModel"/>: byte images of four pixels, with the classes that it gives them.</summary>
internal static class TestImages
{
    public const int Count = 20;

    /// <summary>Writes the images and their labels.</summary>
    public static void Write(string images, string labels)
    {
        var pixels = new byte[Count * 4];
        new Random(1).NextBytes(pixels);
        NpyFile.Write(images, "|u1", $"{Count}, 4", pixels);
        WriteLabels(labels, [.. pixels.Chunk(4).Select(ClassOf)]);
    }

    public static void WriteLabels(string path, params byte[] labels) => NpyFile.Write(path, "|u1", $"{labels.Length},", labels);

    private static byte ClassOf(byte[] image)
    {
        int[] outputs = [image[0] + image[1], image[2], image[3]];
        return (byte)Array.IndexOf(outputs, outputs.Max());
    }
}
