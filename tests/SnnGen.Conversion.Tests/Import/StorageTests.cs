using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>The ways in which a file holds its numbers.</summary>
public class StorageTests
{
    [Theory]
    [InlineData(nameof(DataType.Float), true)]
    [InlineData(nameof(DataType.Float), false)]
    [InlineData(nameof(DataType.Double), true)]
    [InlineData(nameof(DataType.Double), false)]
    [InlineData(nameof(DataType.Float16), true)]
    [InlineData(nameof(DataType.Float16), false)]
    public void Weights_of_a_floating_point_type(string typeName, bool isRaw)
    {
        DataType type = Enum.Parse<DataType>(typeName);
        var builder = new ModelBuilder([4]);
        builder.Graph.Input[0].Type.TensorType.ElemType = (int)type;
        string weights = builder.Stored(Create(type, isRaw, [4, 3], builder.RandomValues(4, 3)));
        // Half precision rounds in ONNX Runtime and not in the import.
        OnnxAgreement.Verify(
            builder.Finish(builder.Node("MatMul", [builder.Input, weights]), type), tolerance: type == DataType.Float16 ? 5e-3 : 1e-5);
    }

    [Theory]
    [InlineData(nameof(DataType.Bfloat16))]
    [InlineData(nameof(DataType.Int8))]
    [InlineData(nameof(DataType.Uint8))]
    [InlineData(nameof(DataType.Int16))]
    [InlineData(nameof(DataType.Uint16))]
    [InlineData(nameof(DataType.Int32))]
    [InlineData(nameof(DataType.Uint32))]
    [InlineData(nameof(DataType.Int64))]
    [InlineData(nameof(DataType.Uint64))]
    [InlineData(nameof(DataType.Bool))]
    public void Weights_cast_from_another_type(string typeName)
    {
        DataType type = Enum.Parse<DataType>(typeName);
        foreach (bool isRaw in new[] { true, false })
        {
            var builder = new ModelBuilder([4]);
            float[] values = type == DataType.Bool
                ? [0, 1, 1, 0, 0, 0, 1, 1]
                : [.. builder.RandomValues(8).Select(x => MathF.Round(100 * (IsSigned(type) ? x : Math.Abs(x))))];
            string weights = builder.Node("Cast", [builder.Stored(Create(type, isRaw, [4, 2], values))], ("to", (int)DataType.Float));
            OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, weights])));
        }
    }

    [Theory]
    [InlineData(nameof(DataType.Float16))]
    [InlineData(nameof(DataType.Bfloat16))]
    [InlineData(nameof(DataType.Int32))]
    [InlineData(nameof(DataType.Bool))]
    public void Weights_that_a_Cast_rounds(string typeName)
    {
        DataType type = Enum.Parse<DataType>(typeName);
        var builder = new ModelBuilder([4]);
        string scaled = builder.Node("Mul", [builder.Random(4, 3), builder.Scalar(30)]);
        string rounded = builder.Node("Cast", [scaled], ("to", (int)type));
        string weights = builder.Node("Cast", [rounded], ("to", (int)DataType.Float));
        OnnxAgreement.Verify(builder.Finish(builder.Node("MatMul", [builder.Input, weights])));
    }

    [Fact]
    public void Constant_nodes_of_each_kind()
    {
        var builder = new ModelBuilder([4]);
        string tensor = builder.Node("Constant", [], ("value", Tensors.Floats([4, 3], builder.RandomValues(4, 3))));
        string number = builder.Node("Constant", [], ("value_float", 0.5f));
        string numbers = builder.Node("Constant", [], ("value_floats", new[] { 1f, -2f, 3f }));
        string integer = builder.Node("Constant", [], ("value_int", 12));
        string integers = builder.Node("Constant", [], ("value_ints", new[] { 4L, 3L }));
        string flat = builder.Node("Reshape", [tensor, builder.Node("Unsqueeze", [integer, builder.Integers(0)])]);
        string weights = builder.Node("Mul", [builder.Node("Reshape", [flat, integers]), number]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("Gemm", [builder.Input, weights, numbers])));
    }

    [Fact]
    public void A_constant_filled_with_zeros_of_the_default_type()
    {
        var builder = new ModelBuilder([4]);
        string zeros = builder.Node("ConstantOfShape", [builder.Integers(3)]);
        OnnxAgreement.Verify(builder.Finish(builder.Node("Gemm", [builder.Input, builder.Random(4, 3), zeros])));
    }

    private static bool IsSigned(DataType type) => type is DataType.Int8 or DataType.Int16 or DataType.Int32 or DataType.Int64 or DataType.Bfloat16;

    private static TensorProto Create(DataType type, bool isRaw, int[] shape, float[] values)
    {
        TensorProto tensor = CreateRaw(type, shape, values);
        return isRaw ? tensor : ToFields(tensor, type, values);
    }

    private static TensorProto CreateRaw(DataType type, int[] shape, float[] values)
    {
        return type switch
        {
            DataType.Float => Raw(x => x),
            DataType.Double => Raw(x => (double)x),
            DataType.Float16 => Raw(x => (Half)x),
            DataType.Bfloat16 => Raw(Bfloat16Bits),
            DataType.Int8 => Raw(x => (sbyte)x),
            DataType.Uint8 => Raw(x => (byte)x),
            DataType.Bool => Raw(x => x != 0),
            DataType.Int16 => Raw(x => (short)x),
            DataType.Uint16 => Raw(x => (ushort)x),
            DataType.Int32 => Raw(x => (int)x),
            DataType.Uint32 => Raw(x => (uint)x),
            DataType.Int64 => Raw(x => (long)x),
            DataType.Uint64 => Raw(x => (ulong)x),
            _ => throw new NotSupportedException($"{type}"),
        };

        TensorProto Raw<T>(Converter<float, T> convert)
            where T : unmanaged => Tensors.Raw(type, shape, Array.ConvertAll(values, convert));
    }

    private static TensorProto ToFields(TensorProto tensor, DataType type, float[] values)
    {
        tensor.ClearRawData();
        switch (type)
        {
            case DataType.Float:
                tensor.FloatData.AddRange(values);
                break;
            case DataType.Double:
                tensor.DoubleData.AddRange(values.Select(x => (double)x));
                break;
            case DataType.Int64:
                tensor.Int64Data.AddRange(values.Select(x => (long)x));
                break;
            case DataType.Uint32 or DataType.Uint64:
                tensor.Uint64Data.AddRange(values.Select(x => (ulong)x));
                break;
            default:
                tensor.Int32Data.AddRange(values.Select(x => ToInt32Field(type, x)));
                break;
        }
        return tensor;
    }

    private static int ToInt32Field(DataType type, float value) => type switch
    {
        DataType.Float16 => BitConverter.HalfToUInt16Bits((Half)value),
        DataType.Bfloat16 => Bfloat16Bits(value),
        _ => (int)value,
    };

    private static ushort Bfloat16Bits(float value) => (ushort)(BitConverter.SingleToUInt32Bits(value) >> 16);
}
