using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Import.Onnx.Operators;

/// <summary>Changes the element type; data never from floating point to integers, which would round it.</summary>
internal sealed class CastOperator : IConstantOperator, IDataOperator
{
    /// <inheritdoc/>
    public ConstantTensor Fold(OnnxNode node)
    {
        ConstantTensor input = node.Constant(0);
        DataType target = Target(node);
        return input with { IsFloat = TensorDecoder.IsFloat(target), Values = Array.ConvertAll(input.Values, Convert(target)) };
    }

    /// <inheritdoc/>
    public GraphValue Map(OnnxNode node)
    {
        DataTensor input = node.Data(0);
        bool isFloat = TensorDecoder.IsFloat(Target(node));
        return input.IsFloat && !isFloat
            ? throw new UnsupportedNodeException("it rounds the data to integers")
            : input with { IsFloat = isFloat };
    }

    private static Converter<double, double> Convert(DataType target) => target switch
    {
        DataType.Float => value => (float)value,
        DataType.Float16 => value => (double)(Half)value,
        DataType.Bfloat16 => ToBfloat16,
        DataType.Double => value => value,
        DataType.Bool => value => value != 0 ? 1 : 0,
        _ => Math.Truncate,
    };

    /// <summary>The upper half of single precision, rounded to the nearest, ties to even.</summary>
    private static double ToBfloat16(double value)
    {
        float single = (float)value;
        if (!float.IsFinite(single))
            return single;
        uint bits = BitConverter.SingleToUInt32Bits(single);
        return BitConverter.UInt32BitsToSingle((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000);
    }

    private static DataType Target(OnnxNode node)
    {
        var target = (DataType)node.Integer("to", 0);
        return TensorDecoder.IsNumeric(target) ? target : throw new UnsupportedNodeException($"it casts to the type {target}");
    }
}
