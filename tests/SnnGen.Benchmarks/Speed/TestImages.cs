using SnnGen.Conversion.Data;

namespace SnnGen.Benchmarks.Speed;

/// <summary>The first images of MNIST's test set, as bytes and as what the ANNs take.</summary>
internal sealed class TestImages
{
    public const int Size = 28 * 28;

    private readonly byte[] _bytes;
    private readonly float[] _floats;

    public TestImages(int count)
    {
        Count = count;
        float[] values = DataReader.Read(SharedData.Path("data", "mnist", "t10k-images-idx3-ubyte.gz"), count).Values;
        _bytes = [.. values.Select(value => (byte)value)];
        _floats = [.. values.Select(value => value / 255)];
    }

    public int Count { get; }

    public ReadOnlySpan<byte> Bytes(int image) => _bytes.AsSpan(image * Size, Size);

    /// <summary>Images in a row, each value 0 to 1.</summary>
    public ReadOnlySpan<float> Floats(int first, int count = 1) => _floats.AsSpan(first * Size, count * Size);
}
