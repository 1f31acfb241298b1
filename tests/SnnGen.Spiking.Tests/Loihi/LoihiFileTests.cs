using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Loihi;

/// <summary>Loihi's neurons in the network file.</summary>
public class LoihiFileTests
{
    private static readonly LoihiNeuron s_neuron = new(400, 200) { WeightExponent = 1, BiasExponent = 3, InputShift = 5 };

    [Fact]
    public void Every_parameter_comes_back()
    {
        SpikingNetwork network = Network([-256, 254]);
        string text = NetworkFileWriter.Write(network);
        Assert.Equal(network, NetworkFileReader.Read(text));
        Assert.Contains("\"type\": \"int16\"", text);
        Assert.Contains("\"delay\": 1", text);
    }

    [Theory]
    [InlineData("\"du\": 400", "\"du\": 4096", "layer 'loihi': du must be 0 to 4095, not 4096")]
    [InlineData("\"dv\": 200", "\"dv\": -1", "layer 'loihi': dv must be 0 to 4095, not -1")]
    [InlineData("\"weightExponent\": 1", "\"weightExponent\": 8", "layer 'loihi': weightExponent must be -8 to 7, not 8")]
    [InlineData("\"biasExponent\": 3", "\"biasExponent\": -9", "layer 'loihi': biasExponent must be -8 to 7, not -9")]
    [InlineData("\"inputShift\": 5", "\"inputShift\": 25", "layer 'loihi': inputShift must be 0 to 24, not 25")]
    [InlineData("\"inputShift\": 5", "\"inputShift\": 5, \"refractory\": 1", "layer 'loihi': neurons of Loihi reset to zero and do not rest")]
    [InlineData("\"inputShift\": 5", "\"leak\": 0.5", "$.layers[0].neuron lacks 'inputShift'")]
    [InlineData("\"potentialBits\": 24", "\"potentialBits\": 23", "layer 'loihi': neurons of Loihi need fixed point with potentials of 24 bits that saturate")]
    [InlineData("\"potentialBits\": 24", "\"potentialBits\": 24, \"overflow\": \"wrap\"", "layer 'loihi': neurons of Loihi need fixed point")]
    [InlineData("\"spikeWorth\": 1", "\"spikeWorth\": 255", "layer 'loihi': a spike cannot be worth 255")]
    [InlineData("\"encoding\": \"events\"", "\"encoding\": \"current\"", "layer 'loihi': a spike cannot be worth 1")]
    [InlineData("\"encoding\": \"events\"", "\"encoding\": \"latency\"", "layer 'loihi': neurons of Loihi have no synapses that last")]
    public void Says_what_the_chip_cannot_hold(string valid, string broken, string message)
    {
        string text = NetworkFileWriter.Write(Network([-256, 254]));
        Assert.Contains(valid, text);
        var error = Assert.Throws<NetworkFileException>(() => NetworkFileReader.Read(text.Replace(valid, broken)));
        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData(-255, 2, 8, "weight -255 is none that Loihi holds with 8 bits and mixed signs")]
    [InlineData(1, -2, 8, "weight 1 is none")]
    [InlineData(256, 1, 8, "weight 256 is none that Loihi holds with 8 bits and excitatory signs")]
    [InlineData(-256, -1, 8, "weight -256 is none that Loihi holds with 8 bits and inhibitory signs")]
    [InlineData(5, 3, 7, "weight 5 is none")]
    public void Refuses_weights_that_no_synapse_holds(int first, int second, int bits, string message)
    {
        var error = Assert.Throws<NetworkFileException>(() => Network([first, second], bits));
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData(4096, 100, "bias mantissas must be -4096 to 4095")]
    [InlineData(0, 1 << 17, "thresholds must be 1 to 131071")]
    [InlineData(0, 0, "thresholds must be 1 to 131071")]
    public void Refuses_numbers_that_no_register_holds(int bias, int threshold, string message)
    {
        var error = Assert.Throws<NetworkFileException>(() => LoihiNetwork.Create(s_neuron, [2, 4], [bias], threshold, 4));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Refuses_a_sum_that_one_wrap_cannot_bring_back()
    {
        // 254 · 2⁶ · 1032 is just below 2²⁴.
        LoihiNeuron neuron = s_neuron with { WeightExponent = 0 };
        Assert.NotNull(LoihiNetwork.Create(neuron, [.. Enumerable.Repeat(254, 1032)], [0], 100, 4));
        var error = Assert.Throws<NetworkFileException>(() => LoihiNetwork.Create(neuron, [.. Enumerable.Repeat(254, 1033)], [0], 100, 4));
        Assert.Contains("the sum of weights can reach 16792448, more than 16777216", error.Message);
    }

    [Fact]
    public void Refuses_a_negative_exponent_of_several_sums()
    {
        SpikingNetwork network = Network([-256, 254]);
        SpikingLayer layer = network.Layers[0] with
        {
            Neuron = s_neuron with { WeightExponent = -1 },
            Projections = new EquatableArray<Projection>([network.Layers[0].Projections[0], network.Layers[0].Projections[0]]),
        };
        var error = Assert.Throws<NetworkFileException>(
            () => NetworkValidator.Validate(network with { Layers = new EquatableArray<SpikingLayer>([layer]) }));
        Assert.Contains("a negative weightExponent rounds the sum of one projection", error.Message);
    }

    [Fact]
    public void Refuses_single_precision()
    {
        SpikingNetwork network = Network([-256, 254]) with { Arithmetic = new Float32Arithmetic() };
        Assert.Contains("need fixed point", Assert.Throws<NetworkFileException>(() => NetworkValidator.Validate(network)).Message);
    }

    private static SpikingNetwork Network(int[] weights, int bits = 8) => LoihiNetwork.Create(s_neuron, weights, [100], 1000, 4, bits);
}
