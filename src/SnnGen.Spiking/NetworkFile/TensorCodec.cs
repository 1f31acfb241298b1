using System.Buffers.Binary;
using System.Text.Json;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.NetworkFile;

/// <summary>Tensor values as base64 of little-endian bytes, and shapes as arrays.</summary>
internal static class TensorCodec
{
    private const string Int8 = "int8";
    private const string Int16 = "int16";
    private const string Int32 = "int32";

    public static string TypeName(Tensor tensor) => tensor switch
    {
        IntegerTensor { Bits: 8 } => Int8,
        IntegerTensor { Bits: 16 } => Int16,
        IntegerTensor => Int32,
        _ => NetworkFileFormat.Float32,
    };

    public static string Encode(Tensor tensor) => Convert.ToBase64String(tensor switch
    {
        IntegerTensor { Bits: 8 } t => [.. t.Values.Select(value => unchecked((byte)checked((sbyte)value)))],
        IntegerTensor { Bits: 16 } t => HalfWords(t.Values.AsSpan()),
        IntegerTensor t => Words(t.Values.AsSpan()),
        Float32Tensor t => Words(ToBits(t.Values)),
        _ => throw new NotSupportedException(tensor.GetType().Name),
    });

    /// <exception cref="FormatException">The data is not base64 or has the wrong length.</exception>
    public static Tensor Decode(string type, TensorShape shape, string base64)
    {
        byte[] bytes = Convert.FromBase64String(base64);
        int width = type == Int8 ? 1 : type == Int16 ? 2 : 4;
        if (bytes.Length != (long)shape.Size * width)
            throw new FormatException($"{bytes.Length} bytes of data, but {type} of shape {shape} needs {(long)shape.Size * width}");
        return type switch
        {
            Int8 => new IntegerTensor(shape, 8, new EquatableArray<int>([.. bytes.Select(b => (int)unchecked((sbyte)b))])),
            Int16 => new IntegerTensor(shape, 16, new EquatableArray<int>(ShortIntegers(bytes))),
            Int32 => new IntegerTensor(shape, 32, new EquatableArray<int>(Integers(bytes))),
            NetworkFileFormat.Float32 => new Float32Tensor(shape, new EquatableArray<float>(Floats(bytes))),
            _ => throw new FormatException($"tensor type '{type}' is unknown; known are float32, int8, int16, int32"),
        };
    }

    public static void WriteShape(Utf8JsonWriter json, TensorShape shape)
    {
        json.WriteStartArray("shape");
        foreach (int extent in shape.Dimensions)
            json.WriteNumberValue(extent);
        json.WriteEndArray();
    }

    private static int[] ToBits(EquatableArray<float> values)
    {
        var bits = new int[values.Count];
        Buffer.BlockCopy(values.ToArray(), 0, bits, 0, bits.Length * 4);
        return bits;
    }

    private static byte[] Words(ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 4];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), values[i]);
        return bytes;
    }

    private static byte[] HalfWords(ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 2];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 2), checked((short)values[i]));
        return bytes;
    }

    private static int[] ShortIntegers(byte[] bytes)
    {
        var values = new int[bytes.Length / 2];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * 2));
        return values;
    }

    private static int[] Integers(byte[] bytes)
    {
        var values = new int[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * 4));
        return values;
    }

    private static float[] Floats(byte[] bytes)
    {
        int[] bits = Integers(bytes);
        var values = new float[bits.Length];
        Buffer.BlockCopy(bits, 0, values, 0, bytes.Length);
        return values;
    }
}
