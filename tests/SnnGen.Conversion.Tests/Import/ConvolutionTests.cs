using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;
using SnnGen.Spiking.Layers;

namespace SnnGen.Conversion.Tests.Import;

public class ConvolutionTests
{
    [Theory]
    [InlineData(1, 1, 0, 1, 1)]
    [InlineData(3, 1, 1, 1, 1)]
    [InlineData(3, 2, 1, 1, 1)]
    [InlineData(2, 1, 0, 3, 1)]
    [InlineData(3, 1, 2, 2, 2)]
    [InlineData(3, 1, 1, 1, 4)]
    [InlineData(5, 3, 2, 1, 2)]
    public void Kernels_strides_paddings_dilations_and_groups(int kernel, int stride, int padding, int dilation, int groups)
    {
        var builder = new ModelBuilder([4, 7, 6]);
        string data = Convolve(
            builder, builder.Input, 4, 8, kernel, groups, ("strides", new long[] { stride, stride }),
            ("pads", new long[] { padding, padding, padding, padding }), ("dilations", new long[] { dilation, dilation }));
        VerifyConvolution(builder, Convolve(builder, builder.Node("Relu", [data]), 8, 3, 1, 1));
    }

    [Theory]
    [InlineData("SAME_UPPER", 1, 3)]
    [InlineData("SAME_UPPER", 2, 4)]
    [InlineData("SAME_LOWER", 2, 2)]
    [InlineData("SAME_LOWER", 3, 3)]
    [InlineData("VALID", 2, 3)]
    public void Automatic_padding(string padding, int stride, int kernel)
    {
        var builder = new ModelBuilder([1, 8, 7]);
        string data = Convolve(builder, builder.Input, 1, 3, kernel, 1, ("strides", new long[] { stride, stride }), ("auto_pad", padding));
        VerifyConvolution(builder, builder.Node("Relu", [data]));
    }

    [Fact]
    public void Uneven_padding_and_kernels()
    {
        var builder = new ModelBuilder([2, 6, 5]);
        string weights = builder.Random(3, 2, 2, 3);
        string data = builder.Node(
            "Conv", [builder.Input, weights], ("pads", new long[] { 1, 0, 0, 2 }), ("strides", new long[] { 2, 1 }));
        VerifyConvolution(builder, builder.Node("Relu", [data]));
    }

    [Fact]
    public void One_dimension()
    {
        var builder = new ModelBuilder([2, 20]);
        string data = builder.Node(
            "Conv", [builder.Input, builder.Random(4, 2, 5), builder.Random(4)], ("strides", new long[] { 2 }), ("pads", new long[] { 2, 2 }));
        data = builder.Node("MaxPool", [builder.Node("Relu", [data])], ("kernel_shape", new long[] { 2 }), ("strides", new long[] { 2 }));
        data = builder.Node("Conv", [data, builder.Random(3, 4, 3)]);
        data = builder.Node("AveragePool", [builder.Node("Relu", [data])], ("kernel_shape", new long[] { 3 }));
        VerifyConvolution(builder, data);
    }

    [Fact]
    public void A_padding_of_its_own_before_it()
    {
        var builder = new ModelBuilder([2, 5, 5]);
        string padded = builder.Node("Pad", [builder.Input, builder.Integers(0, 0, 1, 2, 0, 0, 0, 1)]);
        string data = builder.Node("Relu", [Convolve(builder, padded, 2, 3, 3, 1)]);
        padded = builder.Node("Pad", [data, builder.Integers(0, 0, 1, 1, 0, 0, 1, 1)]);
        VerifyConvolution(builder, Convolve(builder, padded, 3, 2, 2, 1));
    }

    [Fact]
    public void Channels_last_as_Keras_has_them()
    {
        var builder = new ModelBuilder([6, 6, 3]);
        string data = builder.Node("Transpose", [builder.Input], ("perm", new long[] { 0, 3, 1, 2 }));
        data = builder.Node("Relu", [Convolve(builder, data, 3, 4, 3, 1)]);
        data = builder.Node("MaxPool", [data], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }));
        data = builder.Node("Transpose", [data], ("perm", new long[] { 0, 2, 3, 1 }));
        data = builder.Dense(builder.Node("Reshape", [data, builder.Integers(-1, 16)]), 16, 3);

        AnalogNetwork network = OnnxAgreement.Verify(builder.Finish(data));

        Assert.Equal(2, network.Layers.Length);
        Assert.Equal(ChannelOrder.Last, network.Layers[0].Projections[0].Order);
    }

    [Fact]
    public void Without_an_activation_between_them_two_become_one()
    {
        var builder = new ModelBuilder([3, 8, 8]);
        string data = Convolve(builder, builder.Input, 3, 3, 3, 3, ("pads", new long[] { 1, 1, 1, 1 }), ("strides", new long[] { 2, 2 }));
        data = builder.Node("Relu", [Convolve(builder, data, 3, 5, 1, 1)]);
        data = builder.Node("AveragePool", [Convolve(builder, data, 5, 4, 2, 1)], ("kernel_shape", new long[] { 2, 2 }));
        AnalogNetwork network = VerifyConvolution(builder, builder.Node("Relu", [data]));

        Assert.Equal(3, network.Layers.Length);
        Assert.All(network.Layers.Take(2), layer => Assert.IsType<AnalogConvolution>(layer.Projections[0].Connection));
    }

    [Fact]
    public void Normalisation_of_the_input_meets_the_padding()
    {
        var builder = new ModelBuilder([2, 5, 5]);
        string data = builder.Node("Div", [builder.Node("Sub", [builder.Input, builder.Random(1, 2, 1, 1)]), builder.Scalar(0.3f)]);
        data = Convolve(builder, data, 2, 4, 3, 1, ("pads", new long[] { 1, 1, 1, 1 }));
        data = builder.Node("MaxPool", [builder.Node("Relu", [data])], ("kernel_shape", new long[] { 2, 2 }));
        VerifyConvolution(builder, data);
    }

    [Fact]
    public void Normalisation_before_and_after()
    {
        var builder = new ModelBuilder([3, 6, 6]);
        string data = Normalise(builder, Convolve(builder, Normalise(builder, builder.Input, 3), 3, 4, 3, 1), 4);
        data = builder.Node("MaxPool", [data], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }));
        VerifyConvolution(builder, Normalise(builder, builder.Node("Relu", [Normalise(builder, data, 4)]), 4));
    }

    [Fact]
    public void A_map_made_of_a_dense_layer()
    {
        var builder = new ModelBuilder([5]);
        string data = builder.Node("Reshape", [builder.Node("Relu", [builder.Dense(builder.Input, 5, 24)]), builder.Integers(1, 2, 3, 4)]);
        VerifyConvolution(builder, Convolve(builder, data, 2, 3, 2, 1));
    }

    [Theory]
    [InlineData("weights", "do not fit 3 channels")]
    [InlineData("kernel", "does not fit data of extent 4")]
    [InlineData("bias", "2 biases do not fit 4")]
    [InlineData("padding", "auto_pad is 'WRONG'")]
    public void What_does_not_fit(string fault, string fragment)
    {
        var builder = new ModelBuilder([3, 4, 4]);
        string weights = fault == "weights" ? builder.Random(4, 2, 3, 3) : fault == "kernel" ? builder.Random(4, 3, 5, 5) : builder.Random(4, 3, 3, 3);
        string[] inputs = fault == "bias" ? [builder.Input, weights, builder.Random(2)] : [builder.Input, weights];
        string data = builder.Node("Conv", inputs, ("auto_pad", fault == "padding" ? "WRONG" : "NOTSET"));
        Refusal.Of(builder.Finish(data), fault == "padding" ? "SNN1003" : "SNN1004", "Conv_0", fragment);
    }

    private static string Normalise(ModelBuilder builder, string data, int channels)
    {
        string variance = builder.Stored(Tensors.Floats([channels], [.. builder.RandomValues(channels).Select(v => v * v + 0.1f)]));
        return builder.Node("BatchNormalization", [data, builder.Random(channels), builder.Random(channels), builder.Random(channels), variance]);
    }

    private static string Convolve(
        ModelBuilder builder, string data, int inputs, int outputs, int kernel, int groups, params (string, object)[] attributes) =>
        builder.Node(
            "Conv", [data, builder.Random(outputs, inputs / groups, kernel, kernel), builder.Random(outputs)],
            [("group", groups), .. attributes]);

    // A readout over all that comes out.
    private static AnalogNetwork VerifyConvolution(ModelBuilder builder, string data)
    {
        string flat = builder.Node("Flatten", [data]);
        int size = OnnxAgreement.OutputSize(builder.Model, flat);
        return OnnxAgreement.Verify(builder.Finish(builder.Dense(flat, size, 3)), tolerance: 1e-4);
    }
}
