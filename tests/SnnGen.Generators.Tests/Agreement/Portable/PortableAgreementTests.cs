using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Memory;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>The portable profile computes what every other implementation computes.</summary>
public class PortableAgreementTests
{
    // Those of Differential check overflow; these do not.
    [Fact]
    public void Random_networks_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 80).Select(RandomNetwork.Create)];
        using var assembly = PortableNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
        {
            IPortableRunner runner = PortableNetworks.Runner(assembly, i);
            for (int sample = 0; sample < 3; sample++)
                new PortableAgreementCheck(networks[i], runner, seed: i * 3 + sample).All();
        }
    }

    [Fact]
    public void Networks_with_membranes_of_their_own_delays_and_recurrence_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 60).Select(RandomHeterogeneousNetwork.Create)];
        using var assembly = PortableNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
        {
            IPortableRunner runner = PortableNetworks.Runner(assembly, i);
            MemoryUse stated = PortableMemory.Of(networks[i]);
            Assert.Equal((stated.Tables, stated.State), runner.ArrayBytes());
            for (int sample = 0; sample < 3; sample++)
                new PortableAgreementCheck(networks[i], runner, seed: i * 3 + sample).All();
        }
    }

    [Fact]
    public void Among_them_are_delays_of_the_input_and_of_layers()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 160).Select(RandomNetwork.Create)];
        Assert.Contains(networks, network => network.Layers.Any(layer => layer.Projections.Any(p => p is { Delay: 1, Source: Projection.NetworkInput })));
        Assert.Contains(networks, network => network.Layers.Any(layer => layer.Projections.Any(p => p is { Delay: 1, Source: > Projection.NetworkInput })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_of_the_size_of_MNIST_computes_what_the_reference_simulator_computes(bool isFixedPoint)
    {
        SpikingNetwork network = LargeNetwork.Create(isFixedPoint, 784, 128, 96, 10);
        using var assembly = PortableNetworks.Load([network]);
        IPortableRunner runner = PortableNetworks.Runner(assembly, 0);
        for (int sample = 0; sample < 4; sample++)
            new PortableAgreementCheck(network, runner, sample).All();
    }

    [Fact]
    public void No_member_allocates()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 24).SelectMany(seed => new[] { RandomNetwork.Create(seed), RandomHeterogeneousNetwork.Create(seed) })];
        using var assembly = PortableNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            Assert.Equal(0, PortableNetworks.Runner(assembly, i).AllocatedBytes(new byte[networks[i].InputSize], new float[networks[i].InputSize], calls: 50));
    }

    [Fact]
    public void The_arrays_take_the_bytes_that_are_stated()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 80).Select(RandomNetwork.Create)];
        using var assembly = PortableNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
        {
            MemoryUse stated = PortableMemory.Of(networks[i]);
            Assert.Equal((stated.Tables, stated.State), PortableNetworks.Runner(assembly, i).ArrayBytes());
        }
    }
}
