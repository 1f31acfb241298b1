using System.Text;

namespace SnnGen.Package.Tests.Support;

/// <summary>NumPy's .npy, version 1.</summary>
internal static class NpyFile
{
    private const int HeaderBytes = 128;

    /// <summary>Writes an array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">NumPy's name of the element type, such as <c>|u1</c>.</param>
    /// <param name="shape">Its extents, such as <c>200, 4</c>.</param>
    /// <param name="data">The elements, little-endian.</param>
    public static void Write(string path, string type, string shape, ReadOnlySpan<byte> data)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}";
        var bytes = new byte[HeaderBytes + data.Length];
        ((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, HeaderBytes - 10, 0]).CopyTo(bytes);
        Encoding.ASCII.GetBytes(header.PadRight(HeaderBytes - 11) + "\n", bytes.AsSpan(10));
        data.CopyTo(bytes.AsSpan(HeaderBytes));
        File.WriteAllBytes(path, bytes);
    }
}
