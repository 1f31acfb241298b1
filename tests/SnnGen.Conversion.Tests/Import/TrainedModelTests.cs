using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;

namespace SnnGen.Conversion.Tests.Import;

/// <summary>Models that a real exporter wrote.</summary>
public class TrainedModelTests
{
    [Theory]
    [InlineData("digits.onnx")]
    [InlineData("mnist.onnx")]
    public void Of_the_sample_agree_with_ONNX_Runtime(string file) =>
        OnnxAgreement.Verify(Path.Combine(RepositoryFolder.Root, "sample-app", "Models", file));

    [SharedFact]
    public void Of_MNIST_agree_with_ONNX_Runtime()
    {
        foreach (string name in new[] { "mlp128", "mlp1200", "tanh", "sigmoid", "cnn_avg", "cnn_bnmax" })
            OnnxAgreement.Verify(SharedData.Path("models", $"mnist_{name}.onnx"));
    }
}
