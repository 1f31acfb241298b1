using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Tensors that go to several nodes and come together again.</summary>
public class BranchTests
{
    [Fact]
    public void A_residual_connection_of_dense_layers()
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Node("Relu", [builder.Dense(builder.Input, 4, 5)]);
        string sum = builder.Node("Relu", [builder.Node("Add", [builder.Dense(hidden, 5, 5), hidden])]);
        AnalogNetwork network = OnnxAgreement.Verify(builder.Finish(builder.Dense(sum, 5, 2)));
        Assert.Equal([1, 2, 1], network.Layers.Select(layer => layer.Projections.Length));
    }

    [Fact]
    public void A_residual_block_keeps_its_identity_depthwise()
    {
        var builder = new ModelBuilder([3, 6, 6]);
        string hidden = builder.Node("Relu", [Convolve(builder, builder.Input, 3, 4)]);
        string inner = builder.Node("Relu", [Convolve(builder, hidden, 4, 4)]);
        string sum = builder.Node("Relu", [builder.Node("Add", [Convolve(builder, inner, 4, 4), hidden])]);
        AnalogNetwork network = OnnxAgreement.Verify(builder.Finish(builder.Node("GlobalAveragePool", [sum])), tolerance: 1e-4);
        Assert.Equal(4, ((AnalogConvolution)network.Layers[2].Projections[1].Connection).Groups);
    }

    [Theory]
    [InlineData("Add")]
    [InlineData("Sub")]
    [InlineData("Sum")]
    public void Sums_of_the_input_and_a_layer(string type)
    {
        var builder = new ModelBuilder([2, 3, 3]);
        string sum = builder.Node(type, [Convolve(builder, builder.Input, 2, 2), builder.Input]);
        OnnxAgreement.Verify(builder.Finish(builder.Dense(builder.Node("Flatten", [builder.Node("Relu", [sum])]), 18, 2)));
    }

    [Fact]
    public void Channels_of_several_layers_side_by_side()
    {
        var builder = new ModelBuilder([2, 5, 5]);
        string left = builder.Node("Relu", [Convolve(builder, builder.Input, 2, 3)]);
        string right = builder.Node("Sigmoid", [Convolve(builder, builder.Input, 2, 4)]);
        string both = builder.Node("Concat", [left, builder.Input, right], ("axis", 1));
        string variance = builder.Stored(Tensors.Floats([9], [.. Enumerable.Repeat(0.7f, 9)]));
        both = builder.Node("BatchNormalization", [both, builder.Random(9), builder.Random(9), builder.Random(9), variance]);
        string pooled = builder.Node("MaxPool", [both], ("kernel_shape", new long[] { 2, 2 }));
        OnnxAgreement.Verify(
            builder.Finish(builder.Dense(builder.Node("Flatten", [builder.Node("Relu", [Convolve(builder, pooled, 9, 2)])]), 32, 3)), tolerance: 1e-4);
    }

    [Fact]
    public void Features_side_by_side()
    {
        var builder = new ModelBuilder([6]);
        string left = builder.Node("Relu", [builder.Dense(builder.Input, 6, 3)]), right = builder.Node("Tanh", [builder.Dense(builder.Input, 6, 2)]);
        string both = builder.Node("Concat", [right, left, builder.Input], ("axis", 1));
        OnnxAgreement.Verify(builder.Finish(builder.Dense(both, 11, 4)));
    }

    [Fact]
    public void Logits_side_by_side()
    {
        var builder = new ModelBuilder([6]);
        string left = builder.Dense(builder.Input, 6, 3), right = builder.Dense(builder.Node("Relu", [left]), 3, 2);
        OnnxAgreement.Verify(builder.Finish(builder.Node("Concat", [right, left], ("axis", 1))));
    }

    [Fact]
    public void Shuffled_channels()
    {
        var builder = new ModelBuilder([4, 3, 3]);
        string hidden = builder.Node("Relu", [Convolve(builder, builder.Input, 4, 6)]);
        string apart = builder.Node("Reshape", [hidden, builder.Integers(1, 2, 3, 3, 3)]);
        string turned = builder.Node("Transpose", [apart], ("perm", new long[] { 0, 2, 1, 3, 4 }));
        string shuffled = builder.Node("Reshape", [turned, builder.Integers(1, 6, 3, 3)]);
        string half = builder.Node("Slice", [shuffled, builder.Integers(1), builder.Integers(4), builder.Integers(1)]);
        AnalogNetwork network = OnnxAgreement.Verify(
            builder.Finish(builder.Node("GlobalAveragePool", [builder.Node("Relu", [Convolve(builder, half, 3, 2)])])), tolerance: 1e-4);
        Assert.IsType<AnalogConvolution>(network.Layers[1].Projections[0].Connection);
    }

    private static string Convolve(ModelBuilder builder, string data, int inputs, int outputs) => builder.Node(
        "Conv", [data, builder.Random(outputs, inputs, 3, 3), builder.Random(outputs)], ("pads", new long[] { 1, 1, 1, 1 }));
}
