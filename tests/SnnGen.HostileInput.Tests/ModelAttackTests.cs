using Google.Protobuf;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;
using SnnGen.Spiking.Layers;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.HostileInput.Tests;

/// <summary>ONNX models that are made to take all memory or time. Places of external data are in <see cref="ExternalDataAttackTests"/>.</summary>
public sealed class ModelAttackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1_000_000_000_000L)]
    [InlineData(1_000_000L, 1_000_000L)]
    [InlineData(-1L, -12L)]
    [InlineData(3_037_000_500L, 3_037_000_500L)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(4294967296L, 4294967296L, 12L)]
    public void A_tensor_that_claims_more_than_it_has(params long[] shape)
    {
        var b = new ModelBuilder([4]);
        TensorProto weights = Tensors.Raw<float>(DataType.Float, [4, 3], new float[12]);
        weights.Dims.Clear();
        weights.Dims.AddRange(shape);
        Refused(b.Finish(b.Node("MatMul", [b.Input, b.Stored(weights)])), "SNN1002", "impossible shape");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(47)]
    [InlineData(49)]
    [InlineData(1 << 20)]
    public void Raw_data_of_the_wrong_length(int length)
    {
        var b = new ModelBuilder([4]);
        TensorProto weights = Tensors.Raw<byte>(DataType.Float, [4, 3], new byte[length]);
        Refused(b.Finish(b.Node("MatMul", [b.Input, b.Stored(weights)])), "SNN1002", $"has {length} bytes of data");
    }

    [Fact]
    public void Messages_within_messages_a_hundred_thousand_deep()
    {
        byte[] message = [];
        var nested = new MemoryStream();
        // A node with an attribute with a graph with a node …, lengths that claim whatever is left.
        for (int i = 0; i < 100_000; i++)
            nested.Write([0x0A, 0xFF, 0xFF, 0xFF, 0x07, 0x2A, 0xFF, 0xFF, 0xFF, 0x07, 0x32, 0xFF, 0xFF, 0xFF, 0x07]);
        Refused([0x3A, 0xFF, 0xFF, 0xFF, 0x07, .. nested.ToArray(), .. message], "SNN1002", "not a complete ONNX model");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void Branches_within_branches(int depth)
    {
        var b = new ModelBuilder([4]);
        var body = new GraphProto { Name = "innermost" };
        for (int i = 0; i < depth; i++)
        {
            var node = new NodeProto { OpType = i % 2 == 0 ? "If" : "Loop" };
            node.Attribute.Add(new AttributeProto { Name = "then_branch", G = body });
            body = new GraphProto { Name = $"g{i}", Node = { node } };
        }
        string output = b.Node("If", [b.Input]);
        b.Graph.Node[0].Attribute.Add(new AttributeProto { Name = "then_branch", G = body });
        Refused(b.Finish(output), depth > 30 ? "SNN1002" : "SNN1003", "");
    }

    [Fact]
    public void A_cycle_and_names_that_come_twice()
    {
        var cycle = new ModelBuilder([4]);
        cycle.Node("Add", [cycle.Input, "t1"]);
        Refused(cycle.Finish(cycle.Node("Relu", ["t0"])), "SNN1002", "a cycle?");

        var twice = new ModelBuilder([4]);
        string output = twice.Node("Relu", [twice.Input]);
        twice.Graph.Node.Add(twice.Graph.Node[0].Clone());
        Refused(twice.Finish(output), "SNN1002", "defined twice");
    }

    [Fact]
    public void A_hundred_thousand_nodes()
    {
        var b = new ModelBuilder([4]);
        string data = b.Dense(b.Input, 4, 3);
        for (int i = 0; i < 100_000; i++)
            data = b.Node(i % 2 == 0 ? "Relu" : "Identity", [data]);
        Hostile.EndsSoon(() => Assert.Single(OnnxImporter.Import(Write(b.Finish(data).ToByteArray())).Layers));
    }

    [Fact]
    public void Constants_that_grow_from_nothing()
    {
        var b = new ModelBuilder([4]);
        string sum = b.Node("ConstantOfShape", [b.Integers(1 << 24)]);
        for (int i = 0; i < 40; i++)
            sum = b.Node("Add", [sum, b.Node("ConstantOfShape", [b.Integers(1 << 24)])]);
        Refused(b.Finish(b.Node("Add", [b.Input, sum])), "SNN1003", "more numbers than its size explains");
    }

    [Fact]
    public void Constants_that_double()
    {
        var b = new ModelBuilder([4]);
        string joined = b.Random(4);
        for (int i = 0; i < 60; i++)
            joined = b.Node("Concat", [joined, joined], ("axis", 0));
        Refused(b.Finish(b.Node("Add", [b.Input, joined])), "SNN1003", "");
    }

    [Fact]
    public void Data_that_doubles()
    {
        var b = new ModelBuilder([4]);
        string joined = b.Input;
        for (int i = 0; i < 60; i++)
            joined = b.Node("Concat", [joined, joined], ("axis", 1));
        Refused(b.Finish(b.Node("Relu", [joined])), "SNN1003", "");
    }

    [Fact]
    public void Constants_that_broadcast_to_a_square()
    {
        var b = new ModelBuilder([4]);
        string row = b.Node("ConstantOfShape", [b.Integers(1, 16_000)]), column = b.Node("ConstantOfShape", [b.Integers(16_000, 1)]);
        Refused(b.Finish(b.Node("MatMul", [b.Input, b.Node("Add", [row, column])])), "SNN1003", "more numbers than its size explains");
    }

    [Fact]
    public void A_convolution_of_a_small_kernel_over_a_vast_map()
    {
        var b = new ModelBuilder([1, 2048, 2048]);
        string data = b.Node("Conv", [b.Input, b.Random(1, 1, 120, 120)], ("pads", new long[] { 60, 60, 59, 59 }));
        Refused(b.Finish(data), "SNN1003", "more than 34359738368 products");
    }

    [Fact]
    public void Convolutions_that_fold_into_a_vast_kernel()
    {
        var b = new ModelBuilder([1, 2000, 2000]);
        string data = b.Node("Conv", [b.Input, b.Random(1, 1, 2, 2)], ("dilations", new long[] { 900, 900 }));
        string[] ways = [.. Enumerable.Range(0, 3).Select(_ => b.Node("Conv", [data, b.Random(8, 1, 2, 2)], ("dilations", new long[] { 900, 900 })))];
        Refused(b.Finish(b.Node("Sum", ways)), "SNN1003", "more numbers than its size explains");
    }

    [Fact]
    public void Averages_of_averages_that_take_a_square_of_the_input()
    {
        var b = new ModelBuilder([1, 80, 80]);
        (string, object)[] halved = [("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 })];
        string data = b.Node("AveragePool", [b.Node("AveragePool", [b.Input], halved)], halved);
        Refused(b.Finish(data), "SNN1003", "more numbers than its size explains");
    }

    [Fact]
    public void Strides_that_multiply_beyond_any_number()
    {
        var b = new ModelBuilder([1, 1, 1]);
        string data = b.Input;
        for (int i = 0; i < 4; i++)
            data = b.Node("Conv", [data, b.Random(1, 1, 1, 1)], ("strides", new long[] { 1 << 15, 1 << 15 }));
        AnalogLayer layer = Assert.Single(OnnxImporter.Import(Write(b.Finish(data).ToByteArray())).Layers);
        SlidingWindow window = Assert.IsType<AnalogConvolution>(Assert.Single(layer.Projections).Connection).Window;
        Assert.InRange(window.StrideHeight, 1, 1 << 15);
        Assert.InRange(window.StrideWidth, 1, 1 << 15);
    }

    [Fact]
    public void An_activation_of_a_vast_input()
    {
        var b = new ModelBuilder([1 << 22]);
        Refused(b.Finish(b.Node("Relu", [b.Input])), "SNN1003", "weights, more than");
    }

    private void Refused(ModelProto model, string id, string fragment) => Refused(model.ToByteArray(), id, fragment);

    private void Refused(byte[] model, string id, string fragment)
    {
        string path = Write(model);
        Hostile.Refused(() => OnnxImporter.Import(path), path, id, fragment);
    }

    private string Write(byte[] model) => _folder.Write("model.onnx", model);
}
