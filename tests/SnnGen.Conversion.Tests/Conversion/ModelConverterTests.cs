using MathNet.Numerics.LinearAlgebra;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;

namespace SnnGen.Conversion.Tests.Conversion;

public class ModelConverterTests
{
    public static TheoryData<SpikingNeuron, WeightFormat, InputEncoding> Choices
    {
        get
        {
            var choices = new TheoryData<SpikingNeuron, WeightFormat, InputEncoding>();
            SpikingNeuron[] neurons =
            [
                new IntegrateAndFire(ResetMode.Subtract), new IntegrateAndFire(ResetMode.Zero),
                new LeakyIntegrateAndFire(0.9, ResetMode.Subtract), new LeakyIntegrateAndFire(0.9, ResetMode.Zero),
            ];
            foreach (WeightFormat weights in new[] { WeightFormat.Float32, WeightFormat.Int8 })
            {
                choices.Add(new CurrentBasedLeakyIntegrateAndFire(0.5, 1, ResetMode.Subtract), weights, InputEncoding.Current);
                choices.Add(new CurrentBasedLeakyIntegrateAndFire(0.3, 0.9, ResetMode.Subtract), weights, InputEncoding.Rate);
                choices.Add(new IntegrateAndFire(ResetMode.Subtract) { Refractory = 1 }, weights, InputEncoding.Current);
                choices.Add(new LeakyIntegrateAndFire(0.9, ResetMode.Zero) { Refractory = 2 }, weights, InputEncoding.Rate);
            }
            foreach (SpikingNeuron neuron in neurons)
                foreach (WeightFormat weights in Enum.GetValues<WeightFormat>())
                    foreach (InputEncoding encoding in new[] { InputEncoding.Current, InputEncoding.Rate })
                        choices.Add(neuron, weights, encoding);
            return choices;
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.6)]
    public void With_many_steps_the_mean_current_of_the_readout_approaches_the_logit(double ceiling)
    {
        AnalogNetwork analog = RandomAnn.Create(1, new Relu(ceiling), 20, 24, 16, 5);
        InputBatch inputs = RandomAnn.Inputs(analog, 60, 2);
        double coarse = Error(16), fine = Error(1024);
        Assert.True(fine < 0.25 * coarse && fine < 0.08, $"16 steps: {coarse}, 1024 steps: {fine}");

        double Error(int steps)
        {
            SpikingNetwork network = Convert(analog, inputs, new ConversionOptions
            {
                TimeSteps = steps, Weights = WeightFormat.Float32, Objective = LayerObjective.LeastAbsolute,
            }).Network;
            Matrix<double> logits = AnalogForward.Logits(analog, inputs.ToMatrix(0, inputs.Count));
            var simulator = new ReferenceSimulator(network);
            return Enumerable.Range(0, inputs.Count).Average(i =>
                inputs.Simulate(simulator, i).Potentials.Select((v, j) => Math.Abs(v / steps - logits[i, j])).Average());
        }
    }

    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.Int8)]
    public void The_margin_of_an_exit_is_a_lead_of_the_logits_summed_over_the_steps(WeightFormat weights)
    {
        const double Margin = 2.5;
        AnalogNetwork analog = RandomAnn.Create(3, new Relu(), 10, 12, 4);
        var options = new ConversionOptions { Weights = weights, Exit = ExitRule.Confident, ExitMargin = Margin };
        OutputDecoder output = Convert(analog, RandomAnn.Inputs(analog, 60, 4), options).Network.Output;

        Assert.Equal(ExitRule.Confident, output.Exit.Rule);
        double unit = weights == WeightFormat.Float32 ? 1e-6 * Margin : output.Scale;
        Assert.InRange(output.Exit.Margin * output.Scale, Margin - (1e-6 * Margin), Margin + unit);
        Assert.Equal(ExitRule.Confident, ModelConverter.ShapeOnly(analog, options).Output.Exit.Rule);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Decides_as_the_ANN_does(SpikingNeuron neuron, WeightFormat weights, InputEncoding encoding)
    {
        AnalogNetwork analog = RandomAnn.Create(3, new Relu(), 30, 40, 4);
        InputBatch calibration = RandomAnn.Inputs(analog, 300, 4, encoding);
        var options = new ConversionOptions { TimeSteps = 32, Neuron = neuron, Weights = weights, Encoding = encoding };
        ConversionReport report = Convert(analog, calibration, options);
        InputBatch test = RandomAnn.Inputs(analog, 400, 5, encoding);
        Assert.InRange(Agreement.Measure(analog, report.Network, test).Share, Least(neuron, weights), 1);
        Assert.All(report.Layers, layer => Assert.InRange(layer.RelativeGap, 0, 1e-3));
        Assert.All(report.Layers, layer => Assert.True(layer.Objective <= layer.PriorObjective * (1 + 1e-9)));
    }

    [Theory]
    [InlineData(Readout.Count, WeightFormat.Float32, 0.93)]
    [InlineData(Readout.Count, WeightFormat.Int8, 0.93)]
    [InlineData(Readout.Count, WeightFormat.Int4, 0.9)]
    [InlineData(Readout.First, WeightFormat.Float32, 0.8)]
    [InlineData(Readout.First, WeightFormat.Int8, 0.8)]
    public void Outputs_that_spike_decide_as_the_ANN_does(Readout readout, WeightFormat weights, double least)
    {
        AnalogNetwork analog = RandomAnn.Create(3, new Relu(), 30, 40, 4);
        var options = new ConversionOptions { TimeSteps = 32, Weights = weights, Readout = readout };
        SpikingNetwork network = Convert(analog, RandomAnn.Inputs(analog, 300, 4), options).Network;
        InputBatch test = RandomAnn.Inputs(analog, 400, 5);
        Assert.InRange(Agreement.Measure(analog, network, test).Share, least, 1);

        var simulator = new ReferenceSimulator(network);
        SimulationResult[] results = [.. Enumerable.Range(0, test.Count).Select(i => test.Simulate(simulator, i))];
        Assert.All(results, result => Assert.Empty(result.Values));
        Assert.InRange(results.Count(result => result.Scores.Max() > 0), test.Count / 2, test.Count);
    }

    // A reset to zero forgets what exceeds the threshold, so that its rates are coarse. Weights of 3 and 2 bits have seven
    // and three levels, and a network that was never trained has no redundancy to make up for that.
    private static double Least(SpikingNeuron neuron, WeightFormat weights)
    {
        bool isCoarse = neuron.Reset == ResetMode.Zero || neuron.Refractory > 0;
        return weights switch
        {
            WeightFormat.Int2 => 0.6,
            WeightFormat.Int3 => 0.8,
            _ => isCoarse ? 0.85 : 0.94,
        };
    }

    [Theory]
    [InlineData(WeightFormat.Float32, InputEncoding.Current)]
    [InlineData(WeightFormat.Int8, InputEncoding.Current)]
    [InlineData(WeightFormat.Int8, InputEncoding.Rate)]
    public void Convolutions_pooling_and_residuals_approach_the_ANN(WeightFormat weights, InputEncoding encoding)
    {
        AnalogNetwork analog = RandomAnn.Convolutional(21, new Relu());
        InputBatch calibration = RandomAnn.Inputs(analog, 150, 22, encoding);
        var options = new ConversionOptions { TimeSteps = 64, Weights = weights, Encoding = encoding };
        ConversionReport report = Convert(analog, calibration, options);
        NetworkValidator.Validate(report.Network);
        Assert.InRange(Agreement.Measure(analog, report.Network, RandomAnn.Inputs(analog, 200, 23, encoding)).Share, 0.9, 1);
        Assert.All(report.Layers, layer => Assert.InRange(layer.RelativeGap, 0, 1e-3));
    }

    [Theory]
    [InlineData(LayerObjective.None)]
    [InlineData(LayerObjective.LeastAbsolute)]
    [InlineData(LayerObjective.LeastSquares)]
    public void Gives_the_same_bytes_for_any_number_of_threads(LayerObjective objective)
    {
        AnalogNetwork analog = RandomAnn.Create(6, new Relu(), 20, 30, 20, 3);
        InputBatch inputs = RandomAnn.Inputs(analog, 100, 7);
        string[] texts = [.. new[] { 1, 2, 7 }.Select(threads => NetworkFileWriter.Write(
            Convert(analog, inputs, new ConversionOptions { Objective = objective, Threads = threads }).Network))];
        Assert.Equal(texts[0], texts[1]);
        Assert.Equal(texts[0], texts[2]);
    }

    [Fact]
    public void Reports_every_layer_by_name_and_size()
    {
        AnalogNetwork analog = RandomAnn.Create(8, new Relu(), 10, 7, 3);
        var names = new List<string>();
        ConversionReport report = ModelConverter.Convert(
            analog, RandomAnn.Inputs(analog, 50, 9), new ConversionOptions { Threads = 1 }, "m.onnx", new Collect(names));
        Assert.Equal(["layer1", "layer2"], names);
        Assert.Equal([("layer1", 7, 10), ("layer2", 3, 7)], report.Layers.Select(l => (l.Name, l.Neurons, l.Inputs)));
        Assert.InRange(report.Layers[0].MeanRate, 0.01, 1);
        Assert.Equal(0, report.Layers[1].MeanRate);
    }

    [Fact]
    public void The_leak_of_a_fixed_point_network_is_one_that_it_can_have()
    {
        AnalogNetwork analog = RandomAnn.Create(10, new Relu(), 10, 7, 3);
        var options = new ConversionOptions { Neuron = new LeakyIntegrateAndFire(0.9, ResetMode.Subtract) };
        SpikingNetwork network = Convert(analog, RandomAnn.Inputs(analog, 50, 11), options).Network;
        Assert.Equal(3686 / 4096.0, Assert.IsType<LeakyIntegrateAndFire>(network.Layers[0].Neuron).Leak);
    }

    [Fact]
    public void A_stand_in_has_the_sizes_of_the_real_network()
    {
        AnalogNetwork analog = RandomAnn.Create(12, new Tanh(), 10, 7, 3);
        SpikingNetwork standIn = ModelConverter.ShapeOnly(analog, new ConversionOptions());
        SpikingNetwork real = Convert(analog, RandomAnn.Inputs(analog, 50, 13), new ConversionOptions()).Network;
        NetworkValidator.Validate(standIn);
        Assert.Equal(real.Layers.Select(l => (l.Name, l.Currents, l.Neurons)), standIn.Layers.Select(l => (l.Name, l.Currents, l.Neurons)));
        Assert.Equal((real.Arithmetic, real.TimeSteps, real.Input.Shape), (standIn.Arithmetic, standIn.TimeSteps, standIn.Input.Shape));
    }

    [Fact]
    public void A_network_beyond_the_number_format_is_refused()
    {
        AnalogNetwork analog = RandomAnn.Create(14, new Relu(), 10, 7, 3);
        analog = analog with { Layers = [.. analog.Layers.Select(layer => layer with
            {
                Projections = [.. layer.Projections.Select(p => p with { Connection = new AnalogDense(((AnalogDense)p.Connection).Weights * 1e30) })],
            })] };
        var error = Assert.Throws<ConversionException>(() => Convert(
            analog, RandomAnn.Inputs(analog, 50, 15), new ConversionOptions { Weights = WeightFormat.Float32, Objective = LayerObjective.None }));
        Assert.Equal("SNN1010", error.Diagnostic.Descriptor.Id);
        Assert.Contains("layer 'layer2'", error.Message);
    }

    [Fact]
    public void Can_be_cancelled()
    {
        AnalogNetwork analog = RandomAnn.Create(16, new Relu(), 10, 7, 3);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ModelConverter.Convert(
            analog, RandomAnn.Inputs(analog, 50, 17), new ConversionOptions(), "m.onnx", null, source.Token));
    }

    private static ConversionReport Convert(AnalogNetwork analog, InputBatch inputs, ConversionOptions options) =>
        ModelConverter.Convert(analog, inputs, options, "model.onnx");

    private sealed class Collect(List<string> names) : IProgress<string>
    {
        public void Report(string value) => names.Add(value);
    }
}
