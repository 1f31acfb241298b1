using System.Buffers.Binary;

namespace SnnGen.Package.Tests.Support;

/// <summary>Inputs for <see cref="TinyModel"/>: 200 samples of four values from 0 to 1.</summary>
internal static class CalibrationData
{
    private const int Samples = 200;
    private const int Inputs = 4;

    /// <summary>Writes them as a .npy file of float32.</summary>
    public static void Write(string path)
    {
        var bytes = new byte[Samples * Inputs * sizeof(float)];
        var random = new Random(1);
        for (int i = 0; i < Samples * Inputs; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), random.NextSingle());
        NpyFile.Write(path, "<f4", $"{Samples}, {Inputs}", bytes);
    }
}
