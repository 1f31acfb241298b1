using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Simulation;
using SnnGen.Spiking.Tests.Networks;

namespace SnnGen.Spiking.Tests.Simulation;

/// <summary>A simulator that has run before gives what a new one gives.</summary>
public class RepeatedRunTests
{
    [Theory]
    [InlineData(InputEncoding.Current)]
    [InlineData(InputEncoding.Rate)]
    [InlineData(InputEncoding.Poisson)]
    [InlineData(InputEncoding.Latency)]
    public void Whatever_the_encoding(InputEncoding encoding)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            SpikingNetwork network = RandomNetwork.Create(seed);
            AssertForgets(network with { Input = network.Input with { Encoding = encoding } }, seed);
        }
    }

    [Fact]
    public void Whatever_the_neurons()
    {
        for (int seed = 0; seed < 60; seed++)
            AssertForgets(RandomHeterogeneousNetwork.Create(seed), seed);
    }

    [Fact]
    public void On_Loihi()
    {
        // A bias charges the membrane, and the spike leaves a synaptic current behind.
        SpikingNetwork network = LoihiNetwork.Create(new LoihiNeuron(CurrentDecay: 100, PotentialDecay: 100), [10], [50], LoihiNeuron.LargestThreshold, 3);
        var input = new SpikeRaster(3, 1);
        input[0, 0] = true;
        var used = new ReferenceSimulator(network);
        used.Run(input);
        AssertSame(new ReferenceSimulator(network).Run(input), used.Run(input));
    }

    private static void AssertForgets(SpikingNetwork network, int seed)
    {
        byte[] first = new byte[network.InputSize], second = new byte[network.InputSize];
        var random = new Random(seed);
        random.NextBytes(first);
        random.NextBytes(second);
        var used = new ReferenceSimulator(network);
        used.Run(first);
        AssertSame(new ReferenceSimulator(network).Run(second), used.Run(second));
    }

    private static void AssertSame(SimulationResult expected, SimulationResult actual)
    {
        Assert.Equal(expected.LayerPotentials, actual.LayerPotentials);
        Assert.Equal(expected.LayerCurrents, actual.LayerCurrents);
        Assert.Equal(expected.LayerOperations, actual.LayerOperations);
        Assert.Equal(expected.Scores, actual.Scores);
        Assert.Equal(expected.Spikes, actual.Spikes);
    }
}
