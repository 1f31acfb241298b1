using Google.Protobuf;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Benchmarks.Scale;

/// <summary>Models of any size, with random weights of the spread that training starts from and about keeps.</summary>
internal static class ScaleModel
{
    private const int Classes = 10, Side = 28;

    /// <summary>A multilayer perceptron with ReLU.</summary>
    /// <param name="path">The .onnx file.</param>
    /// <param name="widths">Inputs, neurons of each hidden layer, outputs.</param>
    /// <param name="seed">Another seed, another model.</param>
    public static void WriteDense(string path, int[] widths, int seed = 1)
    {
        var builder = new ModelBuilder([widths[0]]);
        var random = new Random(seed);
        string data = builder.Input;
        for (int k = 1; k < widths.Length; k++)
        {
            data = builder.Node("Gemm", [data, Weights(builder, random, widths[k - 1], widths[k - 1], widths[k]), Weights(builder, random, widths[k - 1], widths[k])]);
            data = k == widths.Length - 1 ? data : builder.Node("Relu", [data]);
        }
        Save(builder, data, path);
    }

    /// <summary>Two convolutions of 3 × 3, average pooling after each, and a readout, for images of 28 × 28.</summary>
    public static void WriteConvolutional(string path, int first, int second)
    {
        const int Kernel = 3, Places = Side / 4 * (Side / 4);
        var builder = new ModelBuilder([1, Side, Side]);
        var random = new Random(1);
        string data = builder.Input;
        foreach ((int inputs, int outputs) in ((int, int)[])[(1, first), (first, second)])
        {
            int fanIn = inputs * Kernel * Kernel;
            data = builder.Node(
                "Conv", [data, Weights(builder, random, fanIn, outputs, inputs, Kernel, Kernel), Weights(builder, random, fanIn, outputs)],
                ("kernel_shape", new long[] { Kernel, Kernel }), ("pads", new long[] { 1, 1, 1, 1 }));
            data = builder.Node("AveragePool", [builder.Node("Relu", [data])], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }));
        }
        data = builder.Node("Flatten", [data]);
        int features = second * Places;
        Save(builder, builder.Node("Gemm", [data, Weights(builder, random, features, features, Classes), Weights(builder, random, features, Classes)]), path);
    }

    // The sum of three uniform numbers is close to a normal one; the spread is He's, √(2 / fan-in).
    private static string Weights(ModelBuilder builder, Random random, int fanIn, params int[] shape)
    {
        double spread = Math.Sqrt(2.0 / fanIn);
        var values = new float[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(spread * 2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
        return builder.Stored(Tensors.Raw(TensorProto.Types.DataType.Float, shape, values));
    }

    private static void Save(ModelBuilder builder, string output, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, builder.Finish(output).ToByteArray());
    }
}
