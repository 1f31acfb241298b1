using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public class ActivationTests
{
    [Theory]
    [InlineData("Relu")]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Identity")]
    [InlineData("Relu", "Relu")]
    [InlineData("Identity", "Tanh", "Identity")]
    public void Between_two_layers(params string[] types) =>
        Verify(ModelBuilder.CommonOpset, (builder, data) => types.Aggregate(data, (tensor, type) => builder.Node(type, [tensor])));

    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(0f, 3.4028235e38f)]
    public void Clip_with_attributes(float minimum, float maximum) =>
        Verify(6 + 1, (builder, data) => builder.Node("Clip", [data], ("min", minimum), ("max", maximum)));

    [Fact]
    public void Clip_with_inputs() =>
        Verify(11, (builder, data) => builder.Node("Clip", [data, builder.Scalar(0), builder.Scalar(0.5f)]));

    [Fact]
    public void Clip_without_maximum() => Verify(13, (builder, data) => builder.Node("Clip", [data, builder.Scalar(0)]));

    [Fact]
    public void Clip_without_minimum_after_Relu() =>
        Verify(13, (builder, data) => builder.Node("Clip", [builder.Node("Relu", [data]), "", builder.Scalar(0.5f)]));

    [Fact]
    public void Clip_to_a_wider_range_beside_Relu() => Verify(
        13, (builder, data) => builder.Node("Relu", [builder.Node("Clip", [data, builder.Scalar(-0.2f), builder.Scalar(0.5f)])]));

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Dropout_has_no_effect(int opset) => Verify(opset, (builder, data) =>
    {
        string output = builder.Node("Dropout", opset < 12 ? [data] : [data, builder.Scalar(0.5f)]);
        builder.Graph.Node[^1].Output.Add("mask");
        return builder.Node("Relu", [output]);
    });

    [Fact]
    public void Dropout_that_is_told_not_to_train() => Verify(13, (builder, data) =>
    {
        string isTraining = builder.Stored(Tensors.Raw(TensorProto.Types.DataType.Bool, [], false));
        return builder.Node("Relu", [builder.Node("Dropout", [data, "", isTraining])]);
    });

    private static void Verify(int opset, Func<ModelBuilder, string, string> activate)
    {
        var builder = new ModelBuilder([4], opset);
        string hidden = activate(builder, builder.Dense(builder.Input, 4, 6));
        OnnxAgreement.Verify(builder.Finish(builder.Dense(hidden, 6, 3)));
    }
}
