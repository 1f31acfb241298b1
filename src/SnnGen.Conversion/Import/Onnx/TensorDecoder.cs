using System.Buffers.Binary;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Turns stored tensors into constants.</summary>
/// <param name="file">The model file; external data lies beside it.</param>
internal sealed class TensorDecoder(string file)
{
    /// <summary>The tensor's values; <paramref name="origin"/> names it in complaints.</summary>
    /// <exception cref="ConversionException">SNN1002: its data does not match its shape or cannot be read.</exception>
    public ConstantTensor Decode(TensorProto tensor, string origin)
    {
        int[] dimensions = Extents.Checked(tensor.Dims)
            ?? throw Corrupt(origin, $"has the impossible shape {Extents.Text(tensor.Dims)}");
        if (tensor.Segment is not null)
            throw Corrupt(origin, "is stored in segments, which no exporter writes");
        int count = (int)Extents.Count(dimensions);
        double[] values = HasRawData(tensor) ? DecodeRaw(tensor, origin, count) : DecodeFields(tensor, origin);
        return values.Length == count
            ? new ConstantTensor(origin, dimensions, IsFloat((DataType)tensor.DataType), values)
            : throw Corrupt(origin, $"has {values.Length} values, but its shape {Extents.Text(dimensions)} needs {count}");
    }

    /// <summary>True for the floating-point types.</summary>
    public static bool IsFloat(DataType type) => type is DataType.Float or DataType.Double or DataType.Float16 or DataType.Bfloat16;

    /// <summary>True for the types whose values are read.</summary>
    public static bool IsNumeric(DataType type) => Width(type) is not null;

    private static bool HasRawData(TensorProto tensor) =>
        tensor.HasRawData || tensor.DataLocation == TensorProto.Types.DataLocation.External;

    private double[] DecodeRaw(TensorProto tensor, string origin, int count)
    {
        int width = Width((DataType)tensor.DataType) ?? throw UnknownType(tensor, origin);
        ReadOnlySpan<byte> bytes = tensor.DataLocation == TensorProto.Types.DataLocation.External
            ? ExternalData.Read(file, tensor, origin, (long)count * width)
            : tensor.RawData.Span;
        if (bytes.Length != (long)count * width)
            throw Corrupt(origin, $"has {bytes.Length} bytes of data, but its shape {Extents.Text(tensor.Dims)} needs {(long)count * width}");
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = DecodeElement((DataType)tensor.DataType, bytes[(i * width)..]);
        return values;
    }

    /// <summary>Bytes an element, or null where the type is not numeric.</summary>
    private static int? Width(DataType type) => type switch
    {
        DataType.Bool or DataType.Int8 or DataType.Uint8 => 1,
        DataType.Int16 or DataType.Uint16 or DataType.Float16 or DataType.Bfloat16 => 2,
        DataType.Int32 or DataType.Uint32 or DataType.Float => 4,
        DataType.Int64 or DataType.Uint64 or DataType.Double => 8,
        _ => null,
    };

    private static double DecodeElement(DataType type, ReadOnlySpan<byte> bytes) => type switch
    {
        DataType.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        DataType.Double => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        DataType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        DataType.Bfloat16 => FromBfloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        DataType.Int8 => (sbyte)bytes[0],
        DataType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        DataType.Uint16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        DataType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        DataType.Uint32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        DataType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        DataType.Uint64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        _ => bytes[0],
    };

    /// <summary>The typed fields; several narrow types share int32_data, float16 as its bits.</summary>
    private double[] DecodeFields(TensorProto tensor, string origin) => (DataType)tensor.DataType switch
    {
        DataType.Float => [.. tensor.FloatData.Select(value => (double)value)],
        DataType.Double => [.. tensor.DoubleData],
        DataType.Float16 => [.. tensor.Int32Data.Select(bits => (double)BitConverter.UInt16BitsToHalf((ushort)bits))],
        DataType.Bfloat16 => [.. tensor.Int32Data.Select(bits => FromBfloat16((ushort)bits))],
        DataType.Int64 => [.. tensor.Int64Data.Select(value => (double)value)],
        DataType.Uint32 or DataType.Uint64 => [.. tensor.Uint64Data.Select(value => (double)value)],
        DataType.Bool or DataType.Int8 or DataType.Uint8 or DataType.Int16 or DataType.Uint16 or DataType.Int32 =>
            [.. tensor.Int32Data.Select(value => (double)value)],
        _ => throw UnknownType(tensor, origin),
    };

    private static double FromBfloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    private ConversionException UnknownType(TensorProto tensor, string origin) =>
        Corrupt(origin, $"has the element type {(DataType)tensor.DataType}, which is not supported");

    private ConversionException Corrupt(string origin, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, file, $"tensor '{origin}' {problem}; export the model again");
}
