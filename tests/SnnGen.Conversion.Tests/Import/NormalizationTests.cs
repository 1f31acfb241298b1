using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Batch normalisation, and inputs that the graph itself scales.</summary>
public class NormalizationTests
{
    [Theory]
    [InlineData(7, null)]
    [InlineData(9, 0.1f)]
    [InlineData(15, 1e-3f)]
    public void BatchNormalization_before_and_after_a_layer(int opset, float? epsilon)
    {
        var builder = new ModelBuilder([4], opset);
        string first = builder.Dense(Normalize(builder, builder.Input, 4, epsilon), 4, 6);
        string hidden = builder.Node("Relu", [Normalize(builder, first, 6, epsilon)]);
        string second = builder.Dense(Normalize(builder, hidden, 6, epsilon), 6, 3);
        OnnxAgreement.Verify(builder.Finish(Normalize(builder, second, 3, epsilon)));
    }

    [Fact]
    public void BatchNormalization_of_the_channels_of_an_image()
    {
        var builder = new ModelBuilder([3, 2, 2]);
        string flat = builder.Node("Flatten", [Normalize(builder, builder.Input, 3, null)]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(flat, 12, 3)));
    }

    [Theory]
    [InlineData("Add", false)]
    [InlineData("Add", true)]
    [InlineData("Sub", false)]
    [InlineData("Sub", true)]
    [InlineData("Mul", false)]
    [InlineData("Mul", true)]
    [InlineData("Div", false)]
    public void Arithmetic_with_a_constant(string type, bool isConstantFirst)
    {
        foreach (int[] shape in new int[][] { [], [1], [6], [1, 6], [1, 1, 1] })
        {
            var builder = new ModelBuilder([4]);
            string data = builder.Dense(builder.Input, 4, 6), constant = builder.Random(shape);
            data = builder.Node(type, isConstantFirst ? [constant, data] : [data, constant]);
            data = builder.Node("Reshape", [data, builder.Integers(1, 6)]);
            OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Node("Relu", [data]), 6, 3)));
        }
    }

    [Fact]
    public void Standardisation_of_each_channel_in_the_graph()
    {
        var builder = new ModelBuilder([3, 2, 2]);
        string centred = builder.Node("Sub", [builder.Input, builder.Random(3, 1, 1)]);
        string scaled = builder.Node("Div", [centred, builder.Random(1, 3, 1, 1)]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Node("Flatten", [scaled]), 12, 3)));
    }

    [Fact]
    public void Bytes_that_the_graph_casts_and_scales()
    {
        var builder = new ModelBuilder([4]);
        builder.Graph.Input[0].Type.TensorType.ElemType = (int)DataType.Uint8;
        string real = builder.Node("Cast", [builder.Input], ("to", (int)DataType.Float));
        string scaled = builder.Node("Div", [real, builder.Scalar(255)]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(scaled, 4, 3)), scale: 255);
    }

    [Fact]
    public void An_activation_right_after_scaled_input_is_a_layer_of_its_own()
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Node("Relu", [builder.Node("Mul", [builder.Input, builder.Random(4)])]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(hidden, 4, 3)));
    }

    private static string Normalize(ModelBuilder builder, string data, int channels, float? epsilon)
    {
        TensorProto variance = Tensors.Floats([channels], [.. builder.RandomValues(channels).Select(v => v * v + 0.1f)]);
        string[] parameters = [builder.Random(channels), builder.Random(channels), builder.Random(channels), builder.Stored(variance)];
        return builder.Node("BatchNormalization", [data, .. parameters], epsilon is null ? [] : [("epsilon", epsilon.Value)]);
    }
}
