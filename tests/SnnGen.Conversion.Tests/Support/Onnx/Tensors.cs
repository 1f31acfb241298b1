using System.Runtime.InteropServices;
using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>Tensors as files hold them.</summary>
internal static class Tensors
{
    /// <summary>Single precision in the typed field.</summary>
    public static TensorProto Floats(int[] shape, params float[] values)
    {
        TensorProto tensor = Empty(DataType.Float, shape);
        tensor.FloatData.AddRange(values);
        return tensor;
    }

    /// <summary>64-bit integers, one dimension.</summary>
    public static TensorProto Integers(params long[] values)
    {
        TensorProto tensor = Empty(DataType.Int64, [values.Length]);
        tensor.Int64Data.AddRange(values);
        return tensor;
    }

    /// <summary>Any type as raw bytes, little-endian as every machine that runs the tests.</summary>
    public static TensorProto Raw<T>(DataType type, int[] shape, params T[] values)
        where T : unmanaged
    {
        TensorProto tensor = Empty(type, shape);
        tensor.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()));
        return tensor;
    }

    /// <summary>A tensor whose bytes lie in the file <paramref name="location"/>; null leaves an entry out.</summary>
    public static TensorProto External(int[] shape, string? location, string? offset = null, string? length = null)
    {
        TensorProto tensor = Empty(DataType.Float, shape);
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        foreach ((string key, string? value) in new[] { ("location", location), ("offset", offset), ("length", length) })
        {
            if (value is not null)
                tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
        }
        return tensor;
    }

    /// <summary>A tensor without data.</summary>
    public static TensorProto Empty(DataType type, int[] shape)
    {
        var tensor = new TensorProto { DataType = (int)type };
        tensor.Dims.AddRange(shape.Select(extent => (long)extent));
        return tensor;
    }
}
