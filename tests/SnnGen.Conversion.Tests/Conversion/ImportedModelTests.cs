using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Import.Onnx.Protobuf;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Conversion.Tests.Support.Onnx;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Conversion;

/// <summary>Every model that imports converts, and its outputs come near those of the ANN as T grows.</summary>
public class ImportedModelTests
{
    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.Int8)]
    public void Random_networks_convert(WeightFormat weights)
    {
        const int Networks = 24, Inputs = 10;
        double error = 0, size = 0;
        for (int seed = 0; seed < Networks; seed++)
        {
            AnalogNetwork analog = Import(RandomConvolutions.Build(seed));
            InputBatch inputs = InputBatchBuilder.Build(
                SyntheticInputs.Create(analog.InputShape, 40, seed), "inputs", analog.InputShape, InputEncoding.Current, null, 0);
            SpikingNetwork network = ModelConverter.Convert(analog, inputs, new ConversionOptions { TimeSteps = 128, Weights = weights }, "model.onnx").Network;
            Assert.Equal(network, NetworkFileReader.Read(NetworkFileWriter.Write(network)));

            Matrix<double> expected = AnalogForward.Outputs(analog, inputs.ToMatrix(0, inputs.Count));
            var simulator = new ReferenceSimulator(network);
            double scale = Math.Max(expected.Enumerate().Max(Math.Abs), 1e-6);
            for (int i = 0; i < Inputs; i++)
                error += inputs.Simulate(simulator, i).Values.Select((value, j) => Math.Abs(value - expected[i, j])).Average() / scale / Inputs / Networks;
            size += expected.Enumerate().Average(Math.Abs) / scale / Networks;
        }
        Assert.True(error < 0.1 * size, $"mean error {error} of outputs of size {size}");
    }

    private static AnalogNetwork Import(ModelProto model)
    {
        using var folder = new TemporaryFolder();
        return OnnxImporter.Import(folder.Write("model.onnx", model.ToByteArray()));
    }
}
