using System.Buffers.Binary;
using System.IO.Compression;
using SnnGen.Documentation.Tests.Checks;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>
/// The files that pages name and do not make: models and data of the sample app, under the names of the pages. What belongs
/// to a model whose name starts with <c>mnist</c> has 28 x 28 pixels, all else 8 x 8.
/// </summary>
internal static class Stock
{
    /// <summary>Writes the file of this name.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="model">The model that it belongs to, or itself.</param>
    /// <exception cref="BlockException">No file of its kind is in stock.</exception>
    public static void Write(string path, string model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        bool isLarge = model.StartsWith("mnist", StringComparison.OrdinalIgnoreCase);
        switch (Path.GetExtension(path))
        {
            case ".onnx":
                File.Copy(Sample(isLarge ? "Models/mnist.onnx" : "Models/digits.onnx"), path);
                break;
            case ".nir":
                File.Copy(Path.Combine(RepositoryFolder.Root, "tests/SnnGen.Package.Tests/Support/recurrent.nir"), path);
                break;
            case ".gz":
                File.Copy(Sample("Data/digits-train-images-idx3-ubyte.gz"), path);
                break;
            case ".npy":
                string kind = Path.GetFileName(path).Contains("labels", StringComparison.Ordinal) ? "labels-idx1" : "images-idx3";
                WriteArray(path, Sample($"Data/{(isLarge ? "digits28" : "digits-train")}-{kind}-ubyte.gz"));
                break;
            case ".txt":
                File.WriteAllLines(path, Enumerable.Range(0, 10).Select(digit => $"{digit}"));
                break;
            default:
                throw new BlockException($"'{Path.GetFileName(path)}' is neither made by the page nor in stock");
        }
    }

    private static string Sample(string file) => Path.Combine(RepositoryFolder.Root, "sample-app", file);

    private static void WriteArray(string path, string idx)
    {
        using var content = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(idx), CompressionMode.Decompress))
            gzip.CopyTo(content);
        ReadOnlySpan<byte> bytes = content.ToArray();
        int dimensions = bytes[3];
        int[] shape = [.. Enumerable.Range(1, dimensions).Select(i => Extent(content.GetBuffer(), i))];
        NpyFile.Write(path, "|u1", string.Join(", ", shape) + ",", bytes[((1 + dimensions) * sizeof(int))..]);
    }

    private static int Extent(byte[] idx, int dimension) => BinaryPrimitives.ReadInt32BigEndian(idx.AsSpan(dimension * sizeof(int)));
}
