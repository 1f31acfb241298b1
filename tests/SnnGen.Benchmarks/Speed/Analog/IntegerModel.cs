using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Benchmarks.Speed.Analog;

/// <summary>
/// An ANN of dense layers as ONNX Runtime runs it fastest on 8-bit integers: each layer quantises its input anew, multiplies by
/// integer weights with a scale of their own in each column, and goes back to single precision.
/// </summary>
internal static class IntegerModel
{
    public static byte[] Build(AnalogNetwork network)
    {
        var builder = new ModelBuilder([network.InputSize]);
        string data = builder.Input;
        for (int l = 0; l < network.Layers.Length; l++)
        {
            AnalogLayer layer = network.Layers[l];
            data = Dense(builder, data, ((AnalogDense)layer.Projections.Single().Connection).Weights, layer.Bias);
            if (l + 1 < network.Layers.Length)
                data = builder.Node("Relu", [data]);
        }
        return builder.Finish(data).ToByteArray();
    }

    private static string Dense(ModelBuilder builder, string data, Matrix<double> weights, double[] bias)
    {
        float[] scales = [.. weights.EnumerateColumns().Select(column => (float)(column.AbsoluteMaximum() / sbyte.MaxValue))];
        sbyte[] integers = [.. weights.ToRowMajorArray().Select((w, k) => (sbyte)Math.Round(w / scales[k % scales.Length]))];
        NodeProto quantise = Quantise(builder, data);
        string product = builder.Node("MatMulInteger",
        [
            quantise.Output[0], builder.Stored(Tensors.Raw(DataType.Int8, [weights.RowCount, weights.ColumnCount], integers)), quantise.Output[2],
        ]);
        string scale = builder.Node("Mul", [quantise.Output[1], builder.Stored(Tensors.Floats([scales.Length], scales))]);
        string scaled = builder.Node("Mul", [builder.Node("Cast", [product], ("to", (int)DataType.Float)), scale]);
        return builder.Node("Add", [scaled, builder.Stored(Tensors.Floats([bias.Length], [.. bias.Select(b => (float)b)]))]);
    }

    private static NodeProto Quantise(ModelBuilder builder, string data)
    {
        builder.Node("DynamicQuantizeLinear", [data]);
        NodeProto node = builder.Graph.Node[^1];
        node.Output.Add(node.Output[0] + "_scale");
        node.Output.Add(node.Output[0] + "_zero");
        return node;
    }
}
