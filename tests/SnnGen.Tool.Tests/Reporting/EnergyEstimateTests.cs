using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Tool.Reporting.Energy;

namespace SnnGen.Tool.Tests.Reporting;

/// <summary>Energies are operations times published figures.</summary>
public class EnergyEstimateTests
{
    [Fact]
    public void Products_with_a_held_input_and_additions_at_spikes_are_told_apart()
    {
        EnergyEstimate estimate = EnergyEstimate.Of(Network(InputEncoding.Current), [6, 4]);
        Assert.Equal((4, 6, 10), (estimate.Spikes, estimate.Products, estimate.Dense));
        Assert.Equal(4 * 0.1 + 6 * 0.3, estimate.Arithmetic, 12);
        Assert.Equal(10 * 4.6, estimate.FloatAnn, 12);
        Assert.Equal(10 * 0.3, estimate.ByteAnn, 12);
        EnergyFigure loihi = PublishedEnergy.Chips.Single(figure => figure.Chip == "Loihi");
        Assert.Equal(10 * 23.6, estimate.On(loihi), 12);
    }

    [Fact]
    public void An_input_of_spikes_has_no_products()
    {
        EnergyEstimate estimate = EnergyEstimate.Of(Network(InputEncoding.Rate), [6, 4]);
        Assert.Equal((10, 0), (estimate.Spikes, estimate.Products));
    }

    [Fact]
    public void Every_figure_has_its_source()
    {
        Assert.All(PublishedEnergy.Chips, figure => Assert.Matches(@"\b20[0-9]{2}\b", figure.Source));
        Assert.Equal(PublishedEnergy.Chips.OrderBy(figure => figure.Picojoules), PublishedEnergy.Chips);
    }

    private static SpikingNetwork Network(InputEncoding encoding)
    {
        SpikingLayer[] layers = [Layer("hidden", Projection.NetworkInput, 3, 2, new IntegrateAndFire(ResetMode.Subtract)), Layer("output", 0, 2, 2, new Integrator())];
        return new SpikingNetwork(
            "tiny", new FixedPointArithmetic(8, 31), 4, new InputEncoder(TensorShape.Of(3), encoding, 1, 0), layers.ToEquatableArray(), default, default);
    }

    private static SpikingLayer Layer(string name, int source, int inputs, int neurons, NeuronModel neuron)
    {
        var weights = new IntegerTensor(TensorShape.Of(inputs, neurons), 8, new EquatableArray<int>(new int[inputs * neurons]));
        var zero = new IntegerTensor(TensorShape.Of(1), 32, new EquatableArray<int>([0]));
        return new SpikingLayer(
            name, TensorShape.Of(neurons), new EquatableArray<Projection>([new Projection(source, ChannelOrder.Last, null, new DenseConnection(inputs, neurons, weights))]),
            null, zero, zero, zero, neuron);
    }
}
