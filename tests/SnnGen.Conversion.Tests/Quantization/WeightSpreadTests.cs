using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.LinearPrograms;
using SnnGen.Conversion.Quantization;
using SnnGen.Conversion.Tests.Support;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Tests.Quantization;

/// <summary>Weights before and after quantisation are compared in the same unit, whatever the numbers.</summary>
public class WeightSpreadTests
{
    private static readonly AnalogNetwork s_analog = RandomAnn.Create(3, new Relu(), 12, 16, 9, 4);

    [Theory]
    [InlineData(InputEncoding.Current, Readout.Potential)]
    [InlineData(InputEncoding.Rate, Readout.Potential)]
    [InlineData(InputEncoding.Current, Readout.Count)]
    public void Bytes_move_a_weight_by_no_more_than_half_a_level(InputEncoding encoding, Readout readout)
    {
        foreach (LayerReport layer in Convert(new ConversionOptions { Encoding = encoding, Readout = readout }))
        {
            Assert.InRange(layer.Weights!.Change, 1e-9, layer.Weights!.Largest / 127 / 2 * 1.05);
            Assert.Equal(layer.Inputs * layer.Neurons, layer.Weights!.Written.Sum());
            Assert.Equal(layer.Weights!.Written.Sum(), layer.Weights!.Solved.Sum());
        }
    }

    [Theory]
    [InlineData(InputEncoding.Current)]
    [InlineData(InputEncoding.Rate)]
    public void On_Loihi_it_is_a_level_of_its_even_weights(InputEncoding encoding)
    {
        LayerReport[] layers = Convert(new ConversionOptions
        {
            Encoding = encoding, Chip = ChipCatalog.Find("loihi"), Neuron = new IntegrateAndFire(ResetMode.Zero),
        });
        Assert.All(layers, layer => Assert.InRange(layer.Weights!.Change, 1e-9, layer.Weights!.Largest / 127 * 1.05));
    }

    [Fact]
    public void Single_precision_changes_nothing() =>
        Assert.All(Convert(new ConversionOptions { Weights = WeightFormat.Float32 }), layer =>
        {
            Assert.Equal(0, layer.Weights!.Change);
            Assert.Equal<long>(layer.Weights!.Solved, layer.Weights!.Written);
        });

    [Fact]
    public void Ternary_weights_are_three_lines_of_each_neuron_and_many_are_zero()
    {
        LayerReport hidden = Convert(new ConversionOptions { Weights = WeightFormat.Int2, Constraints = SynapseConstraints.None with { SharesScale = true } })[0];
        Assert.Equal(3, hidden.Weights!.Written.Count(count => count > 0));
        Assert.Equal((double)hidden.Weights!.Written[WeightSpread.Bins / 2] / (hidden.Inputs * hidden.Neurons), hidden.Weights!.Zeros, 9);
    }

    private static LayerReport[] Convert(ConversionOptions options) =>
        [.. ModelConverter.Convert(s_analog, RandomAnn.Inputs(s_analog, 80, 4, options.Encoding), options with { RecordsWeights = true }, "model.onnx").Layers];
}
