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
            : new DataTensor(input.Dimensions, isFloat);
    }

    private static Converter<double, double> Convert(DataType target) => target switch
    {
        DataType.Float => value => (float)value,
        DataType.Float16 => value => (double)(Half)value,
        DataType.Double or DataType.Bfloat16 => value => value,
        DataType.Bool => value => value != 0 ? 1 : 0,
        _ => Math.Truncate,
    };

    private static DataType Target(OnnxNode node) => (DataType)node.Integer("to", 0) switch
    {
        DataType.String or DataType.Undefined => throw new UnsupportedNodeException("it casts to a type that is not numeric"),
        DataType target => target,
    };
}
