using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Graphs in the forms that exporters give them; models that an exporter really wrote are in <see cref="TrainedModelTests"/>.</summary>
public class ProducerTests
{
    [Fact]
    public void CNTK_scales_the_input_reshapes_its_weights_and_lists_them_as_inputs()
    {
        var builder = new ModelBuilder([1, 8, 8], opset: 8);
        string data = builder.Node("Div", [builder.Input, builder.Stored(Tensors.Floats([1], 255f))]);
        data = builder.Node(
            "Conv", [data, builder.Random(4, 1, 5, 5)], ("kernel_shape", new long[] { 5, 5 }), ("strides", new long[] { 1, 1 }),
            ("auto_pad", "SAME_UPPER"), ("group", 1), ("dilations", new long[] { 1, 1 }));
        data = builder.Node("Relu", [builder.Node("Add", [data, builder.Random(4, 1, 1)])]);
        data = builder.Node(
            "MaxPool", [data], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }), ("pads", new long[] { 0, 0, 0, 0 }),
            ("auto_pad", "NOTSET"));
        data = builder.Node("Reshape", [data, builder.Integers(1, 64)]);
        string weights = builder.Node("Reshape", [builder.Random(4, 4, 4, 3), builder.Integers(64, 3)]);
        data = builder.Node("Add", [builder.Node("MatMul", [data, weights]), builder.Random(1, 3)]);
        foreach (TensorProto weight in builder.Graph.Initializer)
            builder.Graph.Input.Add(new ValueInfoProto { Name = weight.Name });
        OnnxAgreement.Verify(WithShapes(builder.Finish(data)), tolerance: 1e-4, scale: 255);
    }

    [Fact]
    public void Keras_transposes_its_images_and_means_over_their_axes()
    {
        var builder = new ModelBuilder([9, 9, 2], opset: 13);
        string data = builder.Node("Transpose", [builder.Input], ("perm", new long[] { 0, 3, 1, 2 }));
        data = builder.Node("Pad", [data, builder.Integers(0, 0, 0, 0, 0, 0, 1, 1)]);
        data = builder.Node("Conv", [data, builder.Random(2, 1, 3, 3)], ("group", 2), ("strides", new long[] { 2, 2 }));
        data = builder.Node("Conv", [data, builder.Random(5, 2, 1, 1), builder.Random(5)]);
        string six = builder.Scalar(6);
        data = builder.Node("Clip", [Normalise(builder, data, 5), builder.Scalar(0), six]);
        data = builder.Node("Transpose", [data], ("perm", new long[] { 0, 2, 3, 1 }));
        data = builder.Node("ReduceMean", [data], ("axes", new long[] { 1, 2 }), ("keepdims", 0));
        data = builder.Node("Add", [builder.Node("MatMul", [data, builder.Random(5, 3)]), builder.Random(3)]);
        AnalogNetwork network = OnnxAgreement.Verify(builder.Finish(builder.Node("Softmax", [data])), Softmax);
        Assert.Equal(2, network.Layers.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scikit_learn_gives_a_label_beside_the_scores(bool hasZipMap)
    {
        var builder = new ModelBuilder([6], opset: 15);
        string data = builder.Node("Cast", [builder.Input], ("to", (int)DataType.Float));
        data = builder.Node("Relu", [builder.Node("Add", [builder.Node("MatMul", [data, builder.Random(6, 5)]), builder.Random(1, 5)])]);
        data = builder.Node("Add", [builder.Node("MatMul", [data, builder.Random(5, 3)]), builder.Random(1, 3)]);
        string scores = builder.Node("Softmax", [data], ("axis", 1));
        string index = builder.Node("ArgMax", [scores], ("axis", 1), ("keepdims", 1));
        ModelProto oracle = builder.Model.Clone();
        builder.Finish(index, DataType.Int64);
        if (hasZipMap)
        {
            string zipped = builder.Node("ZipMap", [scores], ("classlabels_int64s", new long[] { 0, 1, 2 }));
            builder.Graph.Node[^1].Domain = "ai.onnx.ml";
            builder.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx.ml", Version = 1 });
            builder.Graph.Output.Add(new ValueInfoProto { Name = zipped, Type = new TypeProto { SequenceType = new TypeProto.Types.Sequence() } });
        }
        else
        {
            builder.Finish(scores);
        }
        oracle.Graph.Output.Add(new ValueInfoProto { Name = scores, Type = builder.Graph.Input[0].Type });
        OnnxAgreement.Verify(builder.Model, oracle, Softmax);
    }

    [Fact]
    public void PyTorch_computes_shapes_in_the_graph_and_keeps_dropout()
    {
        var builder = new ModelBuilder([1, 6, 6], opset: 11);
        string data = builder.Node("Conv", [builder.Input, builder.Random(3, 1, 3, 3), builder.Random(3)], ("pads", new long[] { 1, 1, 1, 1 }));
        data = builder.Node("MaxPool", [builder.Node("Relu", [data])], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }), ("ceil_mode", 0));
        string batch = builder.Node("Gather", [builder.Node("Shape", [data]), builder.Stored(Tensors.Raw(DataType.Int64, [], 0L))], ("axis", 0));
        batch = builder.Node("Unsqueeze", [batch], ("axes", new long[] { 0 }));
        string shape = builder.Node("Concat", [batch, builder.Node("Constant", [], ("value", Tensors.Integers(-1)))], ("axis", 0));
        data = builder.Node("Dropout", [builder.Node("Reshape", [data, shape])]);
        data = builder.Node("Gemm", [data, builder.Random(4, 27), builder.Random(4)], ("alpha", 1f), ("beta", 1f), ("transB", 1));
        OnnxAgreement.Verify(builder.Finish(builder.Node("LogSoftmax", [data], ("axis", 1))), logits => [.. Softmax(logits).Select(p => Math.Log(p))], tolerance: 1e-4);
    }

    [Fact]
    public void Quantised_models_are_taken_as_they_were_before()
    {
        var builder = new ModelBuilder([2, 5, 5], opset: 13);
        string zero = builder.Stored(Tensors.Raw(DataType.Int8, [], (sbyte)0)), scale = builder.Scalar(1 / 64f);
        string data = Quantise(builder.Input);
        string scales = builder.Stored(Tensors.Floats([3], 0.0025f, 0.005f, 0.00125f)), zeros = builder.Stored(Tensors.Raw(DataType.Int8, [3], (sbyte)0, (sbyte)3, (sbyte)-4));
        string weights = builder.Stored(Tensors.Raw(DataType.Int8, [3, 2, 2, 2], [.. Enumerable.Range(0, 24).Select(k => (sbyte)(k * 37 % 200 - 100))]));
        data = builder.Node("Conv", [data, builder.Node("DequantizeLinear", [weights, scales, zeros], ("axis", 0)), builder.Random(3)]);
        data = Quantise(builder.Node("Relu", [data]));
        data = builder.Dense(builder.Node("Flatten", [data]), 48, 3);
        // The oracle rounds the activations to 1/64 and stops at 2; the import does not.
        OnnxAgreement.Verify(builder.Finish(data), tolerance: 0.15);

        string Quantise(string x) => builder.Node("DequantizeLinear", [builder.Node("QuantizeLinear", [x, scale, zero]), scale, zero]);
    }

    [Fact]
    public void Weights_in_a_file_beside_the_model()
    {
        using var folder = new TemporaryFolder();
        var builder = new ModelBuilder([1, 4, 4], opset: 18);
        float[] values = builder.RandomValues(2, 1, 3, 3);
        var bytes = new byte[values.Length * sizeof(float)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        folder.Write("model.onnx.data", bytes);
        string data = builder.Node("Conv", [builder.Input, builder.Stored(Tensors.External([2, 1, 3, 3], "model.onnx.data"))]);
        data = builder.Dense(builder.Node("Reshape", [builder.Node("Relu", [data]), builder.Integers(-1, 8)], ("allowzero", 1)), 8, 3);
        OnnxAgreement.Verify(folder.Write("model.onnx", Google.Protobuf.MessageExtensions.ToByteArray(builder.Finish(data))));
    }

    private static string Normalise(ModelBuilder builder, string data, int channels)
    {
        string variance = builder.Stored(Tensors.Floats([channels], [.. builder.RandomValues(channels).Select(v => v * v + 0.1f)]));
        return builder.Node("BatchNormalization", [data, builder.Random(channels), builder.Random(channels), builder.Random(channels), variance]);
    }

    // ONNX Runtime wants a shape for every input that it is told of.
    private static ModelProto WithShapes(ModelProto model)
    {
        foreach (ValueInfoProto input in model.Graph.Input.Skip(1))
        {
            TensorProto weight = model.Graph.Initializer.Single(tensor => tensor.Name == input.Name);
            var shape = new TensorShapeProto();
            shape.Dim.AddRange(weight.Dims.Select(extent => new TensorShapeProto.Types.Dimension { DimValue = extent }));
            input.Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = weight.DataType, Shape = shape } };
        }
        return model;
    }

    private static double[] Softmax(double[] logits)
    {
        double[] powers = [.. logits.Select(v => Math.Exp(v - logits.Max()))];
        return [.. powers.Select(v => v / powers.Sum())];
    }
}
