using CsCheck;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>A dense network in a random export form.</summary>
/// <param name="Opset">Version of the operator set.</param>
/// <param name="Image">Shape of one input.</param>
/// <param name="Flattening">How the input becomes a row.</param>
/// <param name="InputArithmetic">What scales the input in the graph, or nothing.</param>
/// <param name="Layers">The layers.</param>
internal sealed record RandomNetwork(
    int Opset, int[] Image, RandomNetwork.FlattenForm Flattening, RandomNetwork.Arithmetic InputArithmetic, RandomNetwork.Layer[] Layers)
{
    public enum FlattenForm { Flatten, Reshape, ReshapeToBatch }

    public enum Arithmetic { None, Add, Sub, Mul, Div }

    public enum DenseForm { Gemm, GemmTransposed, GemmScaled, GemmOfZeroBeta, MatMul, MatMulAdd, AddMatMul, TwoFactors }

    public enum ActivationForm { Relu, Tanh, Sigmoid, Clip }

    public enum FillerForm { None, Identity, Dropout, BatchNormalization, Scale }

    /// <summary>A dense layer with what an exporter may leave before and after its activation.</summary>
    public sealed record Layer(int Outputs, DenseForm Dense, FillerForm Before, ActivationForm Activation, FillerForm After);

    public static Gen<RandomNetwork> Gen { get; } =
        from opset in CsCheck.Gen.Int[SupportedOperators.MinimumOpset, SupportedOperators.MaximumOpset]
        from image in CsCheck.Gen.Int[1, 3].Array[1, 3]
        from flattening in CsCheck.Gen.Enum<FlattenForm>()
        from arithmetic in CsCheck.Gen.Enum<Arithmetic>()
        from layers in LayerGen.Array[1, 4]
        select new RandomNetwork(opset, image, flattening, arithmetic, layers);

    private static Gen<Layer> LayerGen =>
        from outputs in CsCheck.Gen.Int[1, 6]
        from dense in CsCheck.Gen.Enum<DenseForm>()
        from before in CsCheck.Gen.Enum<FillerForm>()
        from activation in CsCheck.Gen.Enum<ActivationForm>()
        from after in CsCheck.Gen.Enum<FillerForm>()
        select new Layer(outputs, dense, before, activation, after);

    /// <summary>The model; its last layer has no activation.</summary>
    public ModelProto Build()
    {
        var builder = new ModelBuilder(Image, Opset);
        int size = Image.Aggregate(1, (a, b) => a * b);
        string data = Flatten(builder, Scale(builder, builder.Input));
        for (int i = 0; i < Layers.Length; i++)
        {
            Layer layer = Layers[i];
            data = Fill(builder, Multiply(builder, data, size, layer), layer.Outputs, layer.Before);
            size = layer.Outputs;
            if (i < Layers.Length - 1)
                data = Fill(builder, Activate(builder, data, layer.Activation), size, layer.After);
        }
        return builder.Finish(data);
    }

    private string Scale(ModelBuilder builder, string data) => InputArithmetic switch
    {
        Arithmetic.None => data,
        Arithmetic.Div => builder.Node("Div", [data, builder.Scalar(1.7f)]),
        _ => builder.Node($"{InputArithmetic}", [data, builder.Random([1, .. Image])]),
    };

    private string Flatten(ModelBuilder builder, string data)
    {
        if (Flattening == FlattenForm.Flatten)
            return builder.Node("Flatten", [data]);
        if (Flattening == FlattenForm.Reshape)
            return builder.Node("Reshape", [data, builder.Integers(0, -1)]);
        string batch = builder.Node("Gather", [builder.Node("Shape", [data]), builder.Integers(0)]);
        return builder.Node("Reshape", [data, builder.Node("Concat", [batch, builder.Integers(-1)], ("axis", 0))]);
    }

    private static string Multiply(ModelBuilder builder, string data, int n, Layer layer)
    {
        int m = layer.Outputs;
        string Product() => builder.Node("MatMul", [data, builder.Random(n, m)]);
        return layer.Dense switch
        {
            DenseForm.Gemm => builder.Dense(data, n, m),
            DenseForm.GemmTransposed => builder.Node("Gemm", [data, builder.Random(m, n), builder.Random(1, m)], ("transB", 1)),
            DenseForm.GemmScaled => builder.Node("Gemm", [data, builder.Random(n, m), builder.Random(m)], ("alpha", 0.7f), ("beta", -1.5f)),
            DenseForm.GemmOfZeroBeta => builder.Node("Gemm", [data, builder.Random(n, m), builder.Scalar(0)], ("beta", 0f)),
            DenseForm.MatMul => Product(),
            DenseForm.MatMulAdd => builder.Node("Add", [Product(), builder.Random(m)]),
            DenseForm.AddMatMul => builder.Node("Add", [builder.Random(1, m), Product()]),
            DenseForm.TwoFactors => builder.Dense(builder.Dense(data, n, 2), 2, m),
            _ => throw new InvalidOperationException($"{layer.Dense}"),
        };
    }

    private static string Activate(ModelBuilder builder, string data, ActivationForm form) => form switch
    {
        ActivationForm.Clip when builder.Model.OpsetImport[0].Version < 11 => builder.Node("Clip", [data], ("min", 0f), ("max", 0.8f)),
        ActivationForm.Clip => builder.Node("Clip", [data, builder.Scalar(0), builder.Scalar(0.8f)]),
        _ => builder.Node($"{form}", [data]),
    };

    private static string Fill(ModelBuilder builder, string data, int size, FillerForm form)
    {
        switch (form)
        {
            case FillerForm.None:
                return data;
            case FillerForm.BatchNormalization:
                string variance = builder.Stored(Tensors.Floats([size], [.. builder.RandomValues(size).Select(v => v * v + 0.1f)]));
                return builder.Node("BatchNormalization", [data, builder.Random(size), builder.Random(size), builder.Random(size), variance]);
            case FillerForm.Scale:
                return builder.Node("Mul", [builder.Random(size), data]);
            default:
                return builder.Node($"{form}", [data]);
        }
    }
}
