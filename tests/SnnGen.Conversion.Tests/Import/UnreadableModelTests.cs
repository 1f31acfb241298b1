using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

public sealed class UnreadableModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file() => Refusal.OfModel(_folder.PathOf("absent.onnx"), "SNN1001", "absent.onnx", "Check the path");

    [Fact]
    public void A_folder_in_place_of_a_file() => Refusal.OfModel(_folder.Root, "SNN1001");

    [Theory]
    [InlineData("")]
    [InlineData("bad\0name.onnx")]
    public void An_impossible_path(string path) => Refusal.OfModel(path, "SNN1001");

    [Fact]
    public void An_empty_file() => RefuseBytes([]);

    [Fact]
    public void A_text_file() => RefuseBytes("version https://git-lfs.github.com/spec/v1\n"u8.ToArray());

    [Fact]
    public void A_message_of_endless_depth() => RefuseBytes([.. Enumerable.Range(0, 10_000).SelectMany(_ => new byte[] { 0x3A, 0x7F })]);

    [Fact]
    public void A_graph_longer_than_any_file_that_ends_in_a_number() => RefuseBytes([0x08, 0x4F, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);

    [Theory]
    [InlineData(new byte[] { 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x3A, 0xFF, 0xFE, 0xFF, 0x07 })]
    [InlineData(new byte[] { 0x3A, 12, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x22, 0xFF, 0xFF, 0xFF, 0xFF, 0x06 })]
    public void Lengths_that_overflow_31_bits_take_no_memory(byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        RefuseBytes(content);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_model_without_graph() => Refusal.Of(new ModelProto { IrVersion = 8 }, "SNN1002", "no graph");

    [Fact]
    public void A_graph_without_nodes() => Refusal.Of(new ModelBuilder([4]).Finish("x"), "SNN1002", "no graph");

    [Fact]
    public void A_model_that_names_no_operator_set()
    {
        ModelProto model = Small();
        model.OpsetImport.Clear();
        Refusal.Of(model, "SNN1002", "operator set");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(27)]
    [InlineData(long.MaxValue)]
    public void An_unknown_operator_set(long version)
    {
        ModelProto model = Small();
        model.OpsetImport[0].Version = version;
        Refusal.Of(model, "SNN1003", $"operator set {version}", "7 to 26");
    }

    [Fact]
    public void A_node_that_uses_what_does_not_exist()
    {
        ModelProto model = Small();
        model.Graph.Initializer.RemoveAt(0);
        Refusal.Of(model, "SNN1002", "'Gemm_0'", "'w0'", "does not exist");
    }

    [Fact]
    public void A_node_that_lacks_an_input()
    {
        ModelProto model = Small();
        model.Graph.Node[0].Input.RemoveAt(1);
        model.Graph.Node[0].Input.RemoveAt(1);
        Refusal.Of(model, "SNN1002", "'Gemm_0'", "lacks its input 1");
    }

    [Fact]
    public void A_cycle()
    {
        ModelProto model = Small();
        model.Graph.Node[0].Input[0] = model.Graph.Node[^1].Output[0];
        Refusal.Of(model, "SNN1002", "'Gemm_0'", "cycle");
    }

    [Fact]
    public void A_tensor_that_is_made_twice()
    {
        ModelProto model = Small();
        model.Graph.Node[1].Output[0] = model.Graph.Node[0].Output[0];
        Refusal.Of(model, "SNN1002", "'t0'", "twice");
    }

    [Fact]
    public void Two_initializers_of_one_name()
    {
        ModelProto model = Small();
        model.Graph.Initializer[1].Name = "w0";
        Refusal.Of(model, "SNN1002", "'w0'", "twice");
    }

    [Fact]
    public void An_output_that_nothing_makes()
    {
        ModelProto model = Small();
        model.Graph.Output[0].Name = "elsewhere";
        Refusal.Of(model, "SNN1002", "'elsewhere'");
    }

    [Fact]
    public void Weights_with_fewer_values_than_their_shape()
    {
        ModelProto model = Small();
        model.Graph.Initializer[0].FloatData.RemoveAt(0);
        Refusal.Of(model, "SNN1002", "'w0'", "23 values", "needs 24");
    }

    [Fact]
    public void Weights_with_fewer_bytes_than_their_shape()
    {
        ModelProto model = Small();
        model.Graph.Initializer[0].RawData = ByteString.CopyFrom(new byte[95]);
        Refusal.Of(model, "SNN1002", "'w0'", "95 bytes", "needs 96");
    }

    [Theory]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(-4, 6)]
    [InlineData(1 << 20, 1)]
    public void Weights_of_a_shape_that_the_file_cannot_hold(long rows, long columns)
    {
        ModelProto model = Small();
        (model.Graph.Initializer[0].Dims[0], model.Graph.Initializer[0].Dims[1]) = (rows, columns);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refusal.Of(model, "SNN1002", "'w0'", $"[{rows}, {columns}]");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 22);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((int)TensorProto.Types.DataType.String)]
    [InlineData((int)TensorProto.Types.DataType.Complex64)]
    [InlineData(17)]
    [InlineData(-1)]
    public void Weights_of_a_type_that_is_not_read(int type)
    {
        ModelProto model = Small();
        model.Graph.Initializer[0].DataType = type;
        Refusal.Of(model, "SNN1002", "'w0'", "element type");
    }

    [Fact]
    public void Weights_in_segments()
    {
        ModelProto model = Small();
        model.Graph.Initializer[0].Segment = new TensorProto.Types.Segment { Begin = 0, End = 24 };
        Refusal.Of(model, "SNN1002", "'w0'", "segments");
    }

    /// <summary>Gemm, Relu, Gemm.</summary>
    private static ModelProto Small()
    {
        var builder = new ModelBuilder([4]);
        string hidden = builder.Node("Relu", [builder.Dense(builder.Input, 4, 6)]);
        return builder.Finish(builder.Dense(hidden, 6, 3));
    }

    private void RefuseBytes(byte[] content) => Refusal.OfModel(_folder.Write("model.onnx", content), "SNN1002", "complete ONNX model");
}
