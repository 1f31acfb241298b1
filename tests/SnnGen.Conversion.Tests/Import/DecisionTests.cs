using SnnGen.Conversion.Tests.Support.Onnx;
using DataType = SnnGen.Conversion.Import.Onnx.Protobuf.TensorProto.Types.DataType;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>The network ends with its logits; what the file does to each of them is known, and a softmax keeps the decision.</summary>
public class DecisionTests
{
    [Theory]
    [InlineData(12, null)]
    [InlineData(12, 1)]
    [InlineData(13, null)]
    [InlineData(13, 1)]
    public void Softmax(int opset, int? axis) => Verify("Softmax", opset, axis, Probabilities);

    [Theory]
    [InlineData(11, -1)]
    [InlineData(17, -1)]
    public void LogSoftmax(int opset, int? axis) =>
        Verify("LogSoftmax", opset, axis, logits => Array.ConvertAll(Probabilities(logits), Math.Log));

    [Fact]
    public void Sigmoid() => Verify("Sigmoid", 17, null, outputs => outputs);

    [Fact]
    public void Tanh() => Verify("Tanh", 17, null, outputs => outputs);

    [Fact]
    public void Relu() => Verify("Relu", 17, null, outputs => outputs);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ArgMax_after_Softmax(int keepDimensions)
    {
        var builder = new ModelBuilder([4]);
        string output = builder.Node("Softmax", [builder.Dense(builder.Input, 4, 5)]);
        output = builder.Node("ArgMax", [output], ("axis", 1), ("keepdims", keepDimensions));
        OnnxAgreement.Verify(builder.Finish(output, DataType.Int64), logits => [Array.IndexOf(logits, logits.Max())]);
    }

    private static double[] Probabilities(double[] logits)
    {
        double sum = logits.Sum(Math.Exp);
        return Array.ConvertAll(logits, x => Math.Exp(x) / sum);
    }

    private static void Verify(string type, int opset, int? axis, Func<double[], double[]> normalise)
    {
        var builder = new ModelBuilder([4], opset);
        string output = builder.Node(type, [builder.Dense(builder.Input, 4, 5)], axis is null ? [] : [("axis", axis.Value)]);
        OnnxAgreement.Verify(builder.Finish(output), normalise);
    }
}
