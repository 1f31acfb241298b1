using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SnnGen.Nir.Tests.Support;

/// <summary>Arrays of NumPy, row-major: .npy, and those of a .npz.</summary>
internal static class NumpyFile
{
    /// <summary>The array of a .npy.</summary>
    public static (int[] Shape, byte[] Values) Bytes(string file) => Bytes(File.ReadAllBytes(file));

    /// <summary>An array of bytes of a .npz.</summary>
    public static (int[] Shape, byte[] Values) Bytes(string file, string name) => Bytes(Entry(file, name));

    /// <summary>An array of single precision of a .npz.</summary>
    public static (int[] Shape, float[] Values) Floats(string file, string name)
    {
        (int[] shape, byte[] data) = Read(Entry(file, name), "'<f4'");
        return (shape, [.. Enumerable.Range(0, data.Length / 4).Select(i => BinaryPrimitives.ReadSingleLittleEndian(data.AsSpan(4 * i)))]);
    }

    private static (int[] Shape, byte[] Values) Bytes(byte[] content) => Read(content, "'|u1'");

    private static byte[] Entry(string file, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        using Stream entry = archive.GetEntry(name + ".npy")!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static (int[] Shape, byte[] Data) Read(byte[] content, string type)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(8));
        string header = Encoding.ASCII.GetString(content, 10, length);
        Assert.Contains("'fortran_order': False", header);
        Assert.True(header.Contains(type), header);
        string shape = header[(header.IndexOf('(') + 1)..header.IndexOf(')')];
        return ([.. shape.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse)], content[(10 + length)..]);
    }
}
