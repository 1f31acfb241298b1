using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public class PoolingTests
{
    public static TheoryData<string, long[], long[], long[], int, int> Windows { get; } = new()
    {
        { "MaxPool", [2, 2], [2, 2], [0, 0, 0, 0], 0, 0 },
        { "MaxPool", [3, 3], [2, 2], [1, 1, 1, 1], 0, 0 },
        { "MaxPool", [3, 2], [1, 3], [0, 1, 1, 0], 0, 0 },
        { "MaxPool", [2, 2], [2, 2], [0, 0, 0, 0], 1, 0 },
        { "AveragePool", [2, 2], [2, 2], [0, 0, 0, 0], 0, 0 },
        { "AveragePool", [3, 3], [2, 2], [1, 1, 1, 1], 0, 0 },
        { "AveragePool", [3, 3], [2, 2], [1, 1, 1, 1], 0, 1 },
        { "AveragePool", [2, 3], [2, 2], [0, 0, 0, 0], 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void After_the_activation(string type, long[] kernel, long[] strides, long[] pads, int ceiling, int countsPadding)
    {
        var builder = new ModelBuilder([2, 7, 7]);
        string data = builder.Node("Relu", [Convolve(builder, builder.Input, 2, 3)]);
        Verify(builder, Pool(builder, data, type, kernel, strides, pads, ceiling, countsPadding));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Before_the_activation(string type, long[] kernel, long[] strides, long[] pads, int ceiling, int countsPadding)
    {
        var builder = new ModelBuilder([2, 7, 7]);
        string data = Pool(builder, Convolve(builder, builder.Input, 2, 3), type, kernel, strides, pads, ceiling, countsPadding);
        Verify(builder, builder.Node("Tanh", [data]));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Of_the_input_and_before_a_convolution(string type, long[] kernel, long[] strides, long[] pads, int ceiling, int countsPadding)
    {
        var builder = new ModelBuilder([2, 7, 7]);
        string data = Pool(builder, builder.Input, type, kernel, strides, pads, ceiling, countsPadding);
        Verify(builder, builder.Node("Relu", [Convolve(builder, data, 2, 3)]));
    }

    [Fact]
    public void A_maximum_after_the_activation_needs_no_layer_of_its_own()
    {
        var builder = new ModelBuilder([2, 7, 7]);
        string data = builder.Node("Relu", [Convolve(builder, builder.Input, 2, 3)]);
        AnalogNetwork network = Verify(builder, Pool(builder, data, "MaxPool", [2, 2], [2, 2], [0, 0, 0, 0], 0, 0));
        Assert.Equal(2, network.Layers.Length);
        Assert.NotNull(network.Layers[0].Pooling);
    }

    [Fact]
    public void Two_maxima_in_a_row_and_one_of_means()
    {
        var builder = new ModelBuilder([1, 9, 9]);
        string data = builder.Node("Relu", [Convolve(builder, builder.Input, 1, 3)]);
        data = Pool(builder, data, "MaxPool", [2, 2], [1, 1], [0, 0, 0, 0], 0, 0);
        data = Pool(builder, data, "MaxPool", [2, 2], [1, 1], [0, 0, 0, 0], 0, 0);
        data = Pool(builder, data, "AveragePool", [2, 2], [1, 1], [0, 0, 0, 0], 0, 0);
        data = Pool(builder, data, "MaxPool", [2, 2], [1, 1], [0, 0, 0, 0], 0, 0);
        Verify(builder, data);
    }

    [Fact]
    public void A_source_that_is_pooled_and_not_pooled()
    {
        var builder = new ModelBuilder([1, 6, 6]);
        string hidden = builder.Node("Relu", [Convolve(builder, builder.Input, 1, 2)]);
        string pooled = builder.Node("Flatten", [Pool(builder, hidden, "MaxPool", [2, 2], [2, 2], [0, 0, 0, 0], 0, 0)]);
        Verify(builder, builder.Node("Concat", [pooled, builder.Node("Flatten", [hidden])], ("axis", 1)));
    }

    [Theory]
    [InlineData("GlobalAveragePool")]
    [InlineData("GlobalMaxPool")]
    public void Over_everything(string type)
    {
        var builder = new ModelBuilder([2, 5, 4]);
        Verify(builder, builder.Node(type, [builder.Node("Relu", [Convolve(builder, builder.Input, 2, 5)])]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Means_over_two_axes(int keep)
    {
        var builder = new ModelBuilder([2, 5, 4]);
        string hidden = builder.Node("Relu", [Convolve(builder, builder.Input, 2, 5)]);
        string last = builder.Node("Transpose", [hidden], ("perm", new long[] { 0, 2, 3, 1 }));
        Verify(builder, builder.Node("ReduceMean", [last], ("axes", new long[] { 1, 2 }), ("keepdims", keep)));
    }

    [Fact]
    public void A_maximum_with_the_zeros_of_a_pad()
    {
        var builder = new ModelBuilder([1, 4, 4]);
        string padded = builder.Node("Pad", [builder.Input, builder.Integers(0, 0, 1, 1, 0, 0, 1, 1)]);
        string data = Pool(builder, padded, "MaxPool", [2, 2], [2, 2], [0, 0, 0, 0], 0, 0);
        Refusal.Of(builder.Finish(data), "SNN1003", "MaxPool ('MaxPool_1')", "padding to the pooling itself");
    }

    private static string Convolve(ModelBuilder builder, string data, int inputs, int outputs) =>
        builder.Node("Conv", [data, builder.Random(outputs, inputs, 2, 2), builder.Random(outputs)]);

    private static string Pool(
        ModelBuilder builder, string data, string type, long[] kernel, long[] strides, long[] pads, int ceiling, int countsPadding)
    {
        (string, object)[] attributes = [("kernel_shape", kernel), ("strides", strides), ("pads", pads), ("ceil_mode", ceiling)];
        return builder.Node(type, [data], type == "AveragePool" ? [.. attributes, ("count_include_pad", countsPadding)] : attributes);
    }

    private static AnalogNetwork Verify(ModelBuilder builder, string data)
    {
        string flat = builder.Node("Flatten", [data]);
        int size = OnnxAgreement.OutputSize(builder.Model, flat);
        return OnnxAgreement.Verify(builder.Finish(builder.Dense(flat, size, 3)), tolerance: 1e-4);
    }
}
