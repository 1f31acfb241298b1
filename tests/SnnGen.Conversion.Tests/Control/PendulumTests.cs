using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Control;

/// <summary>A control policy keeps its score: the third experiment beside the fully connected and the convolutional classifier.</summary>
public class PendulumTests
{
    private static readonly AnalogNetwork s_policy = OnnxImporter.Import(
        Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Conversion.Tests", "Control", "pendulum.onnx"));

    private static readonly Pendulum[] s_starts = Pendulum.Starts(100, seed: 1);
    private static readonly double s_annCost = MeanCost(Ann);

    [Fact]
    public void The_policy_swings_the_pendulum_up() => Assert.InRange(s_annCost, 100, 170);

    [Theory]
    [InlineData(WeightFormat.Float32, InputEncoding.Current, 16, 1.05)]
    [InlineData(WeightFormat.Int8, InputEncoding.Current, 16, 1.05)]
    [InlineData(WeightFormat.Int8, InputEncoding.Current, 32, 1.05)]
    [InlineData(WeightFormat.Int8, InputEncoding.Rate, 64, 1.10)]
    public void Its_spiking_twin_keeps_the_score(WeightFormat weights, InputEncoding encoding, int timeSteps, double most)
    {
        SpikingNetwork network = Convert(new ConversionOptions { Weights = weights, TimeSteps = timeSteps, Encoding = encoding });
        var simulator = new ReferenceSimulator(network);
        Assert.InRange(MeanCost(state => simulator.Run(state).Values[0]), 0, most * s_annCost);
    }

    [Fact]
    public void Values_are_in_the_units_of_the_ANN_and_approach_its_outputs()
    {
        double coarse = Error(8), fine = Error(128);
        Assert.True(fine < 0.4 * coarse && fine < 0.06, $"8 steps: {coarse}, 128 steps: {fine}");
    }

    private static double Error(int timeSteps)
    {
        var simulator = new ReferenceSimulator(Convert(new ConversionOptions { TimeSteps = timeSteps, Weights = WeightFormat.Float32 }));
        return s_starts.Take(50).Average(start => Math.Abs(simulator.Run(start.Observe()).Values[0] - Ann(start.Observe())));
    }

    private static SpikingNetwork Convert(ConversionOptions options)
    {
        Pendulum[] states = [.. Pendulum.Starts(50, seed: 2).SelectMany(start => start.Run(Ann).States.Where((_, step) => step % 10 == 0))];
        var data = new DataSet(TensorShape.Of(3), states.Length, [.. states.SelectMany(state => state.Observe())], IsByteData: false);
        InputBatch calibration = InputBatchBuilder.Build(data, "states", s_policy.InputShape, options.Encoding, null, 0);
        return ModelConverter.Convert(s_policy, calibration, options, "pendulum.onnx").Network;
    }

    private static double MeanCost(Func<float[], double> policy) => s_starts.Average(start => start.Run(policy).Cost);

    private static double Ann(float[] state) => AnalogForward.Outputs(
        s_policy, Matrix<double>.Build.Dense(1, state.Length, [.. state.Select(x => (double)x)]))[0, 0];
}
