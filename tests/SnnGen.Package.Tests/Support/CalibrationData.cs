using System.Buffers.Binary;
using System.Text;

namespace SnnGen.Package.Tests.Support;

/// <summary>Inputs for <see cref="TinyModel"/>: 200 samples of four values from 0 to 1.</summary>
internal static class CalibrationData
{
    private const int Samples = 200;
    private const int Inputs = 4;
    private const int HeaderBytes = 128;

    /// <summary>Writes them as a .npy file of float32.</summary>
    public static void Write(string path)
    {
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({Samples}, {Inputs}), }}";
        var bytes = new byte[HeaderBytes + Samples * Inputs * sizeof(float)];
        ((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, HeaderBytes - 10, 0]).CopyTo(bytes);
        Encoding.ASCII.GetBytes(header.PadRight(HeaderBytes - 11) + "\n", bytes.AsSpan(10));
        var random = new Random(1);
        for (int i = 0; i < Samples * Inputs; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(HeaderBytes + i * sizeof(float)), random.NextSingle());
        File.WriteAllBytes(path, bytes);
    }
}
