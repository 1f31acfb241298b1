using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Tests.Networks;
using static SnnGen.Generators.Tests.Networks.TensorOf;

namespace SnnGen.Spiking.Tests.Numerics;

/// <summary>Bounds of layers that several projections drive.</summary>
public class CurrentBoundsTests
{
    private static readonly FeatureMap s_image = new(2, 2, 1);

    [Fact]
    public void Each_current_beside_a_convolution_is_that_of_its_own_synapses()
    {
        var dense = new DenseConnection(4, 4, Bytes(1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, -4));
        Assert.Equal([510 + 1, 510 + 2, 510 + 3, 510 + 4], CurrentBounds.Of(Layer(1, Windows(1, 2), dense)));
        Assert.Equal([510 + 1, 510 + 2, 510 + 3, 510 + 4], CurrentBounds.Of(Layer(1, dense, Windows(1, 2))));
    }

    [Fact]
    public void Convolutions_to_other_channels_give_each_current_its_own_bound()
    {
        Connection one = Windows(1, 2), two = Windows(2, 3, -5);
        Assert.Equal([510 + 3 * 255, 510 + 5 * 255, 510 + 3 * 255, 510 + 5 * 255], CurrentBounds.Of(Layer(255, one, two)));
        Assert.Equal([510 + 3 * 255, 510 + 5 * 255, 510 + 3 * 255, 510 + 5 * 255], CurrentBounds.Of(Layer(255, two, one)));
    }

    [Fact]
    public void A_bias_that_repeats_otherwise_than_the_bounds_is_met_by_each()
    {
        // Currents of 2 channels, 6 of them, and 3 biases: the largest bias meets either channel.
        var window = new SlidingWindow(new FeatureMap(1, 3, 1), new FeatureMap(1, 3, 2), 1, 1, 1, 1, 0, 0, 1, 1);
        SpikingNetwork network = Chain.FixedPoint(new IntegrateAndFire(ResetMode.Subtract), timeSteps: 2);
        SpikingNetwork With(int bias) => network with
        {
            Input = network.Input with { Shape = TensorShape.Of(3) },
            Layers = new(
            [
                network.Layers[0] with
                {
                    Shape = TensorShape.Of(1, 2, 3), Bias = new IntegerTensor(TensorShape.Of(3), 32, new([bias, 0, 0])),
                    Projections = new([new Projection(Projection.NetworkInput, ChannelOrder.Last, null, new ConvolutionConnection(window, 1, Bytes(0, 100)))]),
                },
                network.Layers[1] with { Projections = new([new Projection(0, ChannelOrder.Last, null, new DenseConnection(6, 1, Bytes(new int[6])))]) },
            ]),
        };
        NetworkValidator.Validate(With(FixedPointArithmetic.CurrentLimit - 25500));
        Assert.Contains("current 3", Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(With(FixedPointArithmetic.CurrentLimit - 25499))).Message, StringComparison.Ordinal);
    }

    // Places of a map of the input that drive themselves, or two of them a channel.
    private static ConvolutionConnection Windows(int channels, params int[] weights) => new(
        new SlidingWindow(channels == 1 ? s_image : new FeatureMap(1, 2, 1), channels == 1 ? s_image : new FeatureMap(1, 2, 2), 1, 1, 1, 1, 0, 0, 1, 1), 1, Bytes(weights));

    private static SpikingLayer Layer(int worth, params Connection[] connections) => Chain.FixedPoint(new IntegrateAndFire(ResetMode.Zero), 1).Layers[0] with
    {
        Shape = TensorShape.Of(2, 2, 1),
        Projections = connections.Select(connection => new Projection(Projection.NetworkInput, ChannelOrder.Last, null, connection)
        {
            SpikeWorth = connection is DenseConnection ? worth : 255,
        }).ToEquatableArray(),
    };
}
