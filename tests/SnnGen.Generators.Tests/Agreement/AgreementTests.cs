using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement;

public class AgreementTests
{
    // Many networks share a compilation, because compiling is most of the time. Those of Differential check overflow; these do not.
    [Fact]
    public void Random_networks_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 80).Select(RandomNetwork.Create)];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 3; sample++)
                new AgreementCheck(networks[i], GeneratedNetworks.Runner(assembly, i), seed: i * 3 + sample).All();
    }

    [Fact]
    public void Networks_with_membranes_of_their_own_delays_and_recurrence_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 60).Select(RandomHeterogeneousNetwork.Create)];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 3; sample++)
                new AgreementCheck(networks[i], GeneratedNetworks.Runner(assembly, i), seed: i * 3 + sample).All();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_of_the_size_of_MNIST_computes_what_the_reference_simulator_computes(bool isFixedPoint)
    {
        SpikingNetwork network = LargeNetwork.Create(isFixedPoint, 784, 128, 96, 10);
        using var assembly = GeneratedNetworks.Load(network);
        for (int sample = 0; sample < 4; sample++)
            new AgreementCheck(network, GeneratedNetworks.Runner(assembly, 0), sample).All();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Outputs_that_sum_all_steps_of_pooled_spikes_take_them_when_they_arrive(int delay)
    {
        SpikingNetwork network = TinyNetwork.Pooled(delay);
        using var assembly = GeneratedNetworks.Load(network);
        for (int sample = 0; sample < 4; sample++)
            new AgreementCheck(network, GeneratedNetworks.Runner(assembly, 0), sample).All();
    }

    [Fact]
    public void No_entry_point_allocates()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 12).SelectMany(seed => new[] { RandomNetwork.Create(seed), RandomHeterogeneousNetwork.Create(seed) })];
        using var assembly = GeneratedNetworks.Load(networks);
        for (int i = 0; i < networks.Length; i++)
        {
            var frame = new ulong[(networks[i].InputSize + 63) / 64];
            Assert.Equal(0, GeneratedNetworks.Runner(assembly, i).AllocatedBytes(new byte[networks[i].InputSize], new float[networks[i].InputSize], frame, calls: 100));
        }
    }

    [Fact]
    public void Sixteen_threads_compute_what_one_computes()
    {
        SpikingNetwork network = LargeNetwork.Create(isFixedPoint: true, 784, 32, 10);
        using var assembly = GeneratedNetworks.Load(network);
        INetworkRunner runner = GeneratedNetworks.Runner(assembly, 0);
        byte[][] inputs = [.. Enumerable.Range(0, 64).Select(seed => { var input = new byte[784]; new Random(seed).NextBytes(input); return input; })];
        double[][] expected = [.. inputs.Select(input => runner.Run(input).Potentials)];
        var actual = new double[16][][];
        Thread[] threads = [.. Enumerable.Range(0, actual.Length).Select(t => new Thread(() => actual[t] = [.. inputs.Select(input => runner.Run(input).Potentials)]))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(actual, potentials => Assert.Equal(expected, potentials));
    }
}
