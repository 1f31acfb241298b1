using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Tests.Support.Onnx;

/// <summary>Asserts that the imported network computes what ONNX Runtime computes from the same file.</summary>
internal static class OnnxAgreement
{
    private const int Inputs = 5;

    /// <summary>Compares the outputs on a few random inputs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="normalise">What the file does to the outputs after the imported network ends.</param>
    /// <param name="tolerance">Allowed difference, relative to outputs above 1.</param>
    /// <param name="scale">Inputs lie in −scale…scale, or in 0…scale for whole numbers above 1.</param>
    public static AnalogNetwork Verify(
        ModelProto model, Func<double[], double[]>? normalise = null, double tolerance = 1e-5, float scale = 1)
    {
        using var folder = new TemporaryFolder();
        return Verify(folder.Write("model.onnx", model.ToByteArray()), normalise, tolerance, scale);
    }

    /// <summary>The same where the oracle sees another output of the same graph.</summary>
    public static AnalogNetwork Verify(ModelProto model, ModelProto oracle, Func<double[], double[]> normalise)
    {
        using var folder = new TemporaryFolder();
        return Verify(
            folder.Write("model.onnx", model.ToByteArray()), folder.Write("oracle.onnx", oracle.ToByteArray()), normalise, 1e-5, 1);
    }

    /// <summary>The same for a file.</summary>
    public static AnalogNetwork Verify(
        string path, Func<double[], double[]>? normalise = null, double tolerance = 1e-5, float scale = 1) =>
        Verify(path, path, normalise, tolerance, scale);

    private static AnalogNetwork Verify(
        string path, string oraclePath, Func<double[], double[]>? normalise, double tolerance, float scale)
    {
        AnalogNetwork network = OnnxImporter.Import(path);
        using var oracle = new OnnxRuntimeModel(oraclePath);
        var random = new Random(7);
        for (int trial = 0; trial < Inputs; trial++)
        {
            float[] input = [.. Enumerable.Range(0, network.InputSize).Select(_ => Draw(random, scale))];
            double[] expected = oracle.Run(input), outputs = AnalogForward.Outputs(network, Row(input)).Row(0).ToArray();
            double[] actual = normalise?.Invoke(outputs) ?? outputs;
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair =>
                Assert.InRange(pair.Second - pair.First, -Margin(pair.First), Margin(pair.First)));
        }
        return network;

        double Margin(double output) => tolerance * Math.Max(1, Math.Abs(output));
    }

    /// <summary>Number of values of a tensor inside <paramref name="model"/>, as ONNX Runtime computes it.</summary>
    public static int OutputSize(ModelProto model, string tensor)
    {
        ModelProto copy = model.Clone();
        copy.Graph.Output.Clear();
        copy.Graph.Output.Add(new ValueInfoProto
        {
            Name = tensor,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float } },
        });
        using var folder = new TemporaryFolder();
        using var oracle = new OnnxRuntimeModel(folder.Write("part.onnx", copy.ToByteArray()));
        long size = model.Graph.Input[0].Type.TensorType.Shape.Dim.Skip(1).Aggregate(1L, (product, extent) => product * extent.DimValue);
        return oracle.Run(new float[size]).Length;
    }

    private static float Draw(Random random, float scale) => scale > 1
        ? random.Next((int)scale + 1)
        : scale * (float)(2 * random.NextDouble() - 1);

    private static Matrix<double> Row(float[] input) =>
        Matrix<double>.Build.Dense(1, input.Length, Array.ConvertAll(input, x => (double)x));
}
