using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;

namespace SnnGen.Conversion.Tests.Pruning;

public class PruningTests
{
    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.Int8)]
    [InlineData(WeightFormat.Int4)]
    public void Redundant_neurons_cost_nothing(WeightFormat weights)
    {
        // Every hidden neuron twice: half of them are enough.
        AnalogNetwork analog = Doubled(RandomAnn.Create(31, new Relu(), 20, 12, 4));
        InputBatch calibration = RandomAnn.Inputs(analog, 200, 32), test = RandomAnn.Inputs(analog, 300, 33);
        double whole = Share(1), half = Share(0.5), magnitude = whole - half;
        Assert.True(magnitude < 0.02, $"all: {whole}, half: {half}");

        double Share(double keep)
        {
            ConversionReport report = Convert(analog, calibration, new ConversionOptions { TimeSteps = 32, Weights = weights, Keep = keep });
            Assert.Equal((int)(24 * keep), report.Network.Layers[0].Neurons);
            return Agreement.Measure(analog, report.Network, test).Share;
        }
    }

    [Fact]
    public void Channels_of_maps_are_pruned_where_one_layer_takes_them()
    {
        AnalogNetwork analog = RandomAnn.Convolutional(34, new Relu());
        InputBatch calibration = RandomAnn.Inputs(analog, 60, 35);
        ConversionReport report = Convert(analog, calibration, new ConversionOptions { Keep = 0.5 });
        NetworkValidator.Validate(report.Network);
        // conv1 feeds a residual block, residual a grouped convolution, and grouped is grouped itself: none can lose a channel.
        Assert.Equal(analog.Layers.Select(layer => layer.Channels), report.Network.Layers.Select(layer => layer.Channels));

        AnalogNetwork plain = RandomAnn.ConvolutionalChain(36, new Relu());
        report = Convert(plain, RandomAnn.Inputs(plain, 60, 37), new ConversionOptions { LayerSizes = [3, 4] });
        NetworkValidator.Validate(report.Network);
        Assert.Equal([3, 4, 3], report.Network.Layers.Select(layer => layer.Channels));
        Assert.Equal(report.Network.Layers.Select(layer => layer.Neurons), report.Layers.Select(layer => layer.Neurons));
    }

    [Theory]
    [InlineData(new[] { 12 }, "1 layer sizes are given, but the network has 2 hidden layers")]
    [InlineData(new[] { 12, 99 }, "has 8 channels and cannot keep 99")]
    [InlineData(new[] { 0, 8 }, "has 12 channels and cannot keep 0")]
    public void Sizes_that_do_not_fit(int[] sizes, string fragment)
    {
        AnalogNetwork analog = RandomAnn.Create(38, new Relu(), 10, 12, 8, 3);
        var error = Assert.Throws<ConversionException>(() => Convert(
            analog, RandomAnn.Inputs(analog, 20, 39), new ConversionOptions { LayerSizes = [.. sizes] }));
        Assert.Equal("SNN1008", error.Diagnostic.Descriptor.Id);
        Assert.Contains(fragment, error.Message);
    }

    [Fact]
    public void A_layer_that_cannot_be_pruned_says_so_where_its_size_is_asked_for()
    {
        AnalogNetwork analog = RandomAnn.Convolutional(40, new Relu());
        var error = Assert.Throws<ConversionException>(() => Convert(
            analog, RandomAnn.Inputs(analog, 20, 41), new ConversionOptions { LayerSizes = [2, 4, 6] }));
        Assert.Contains("'conv1' cannot be pruned", error.Message);
    }

    private static AnalogNetwork Doubled(AnalogNetwork network)
    {
        var first = (AnalogDense)network.Layers[0].Projections[0].Connection;
        var second = (AnalogDense)network.Layers[1].Projections[0].Connection;
        int hidden = network.Layers[0].Units;
        AnalogLayer wide = network.Layers[0] with
        {
            Shape = SnnGen.Spiking.Numerics.TensorShape.Of(2 * hidden),
            Projections = [network.Layers[0].Projections[0] with { Connection = new AnalogDense(first.Weights.Append(first.Weights)) }],
            Bias = [.. network.Layers[0].Bias, .. network.Layers[0].Bias],
        };
        AnalogLayer readout = network.Layers[1] with
        {
            Projections = [network.Layers[1].Projections[0] with { Connection = new AnalogDense((second.Weights / 2).Stack(second.Weights / 2)) }],
        };
        return network with { Layers = [wide, readout] };
    }

    private static ConversionReport Convert(AnalogNetwork analog, InputBatch inputs, ConversionOptions options) =>
        ModelConverter.Convert(analog, inputs, options, "model.onnx");
}
