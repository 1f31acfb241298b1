using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Memory;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Loihi's neurons in the portable profile.</summary>
public class PortableLoihiTests
{
    private const int Networks = 60;

    private static SpikingNetwork[] Random => [.. Enumerable.Range(0, Networks).Select(RandomLoihiNetwork.Create)];

    [Fact]
    public void Random_networks_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = Random;
        using var assembly = Load(networks);
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 2; sample++)
                new PortableAgreementCheck(networks[i], Runner(assembly, i), seed: i * 2 + sample).All();
    }

    [Fact]
    public void Classes_allocate_nothing_and_take_the_bytes_that_are_stated()
    {
        SpikingNetwork[] networks = Random;
        Assert.Contains(networks, network => network.Layers.Any(layer => layer.Projections.Any(
            projection => TableWidth.Of(((IntegerTensor)projection.Connection.Weights).Values.AsSpan()) == sizeof(short))));
        using var assembly = Load(networks);
        for (int i = 0; i < networks.Length; i++)
        {
            MemoryUse stated = PortableMemory.Of(networks[i]);
            Assert.Equal((stated.Tables, stated.State), Runner(assembly, i).ArrayBytes());
            Assert.Equal(0, Runner(assembly, i).AllocatedBytes(new byte[networks[i].InputSize], [], calls: 20));
        }
    }

    [Fact]
    public void Classes_hold_to_the_rules()
    {
        var compilation = PortableConsumer.Compile(Random, []);
        Assert.Equal(Networks, compilation.SyntaxTrees.Length);
        foreach (var tree in compilation.SyntaxTrees)
            Assert.Empty(PortableRules.Violations(compilation, tree, isFixedPoint: true));
    }

    private static LoadedAssembly Load(SpikingNetwork[] networks) => new(PortableConsumer.Compile(
        networks, [.. networks.Select((network, i) => PortableRunnerSource.Write($"Net{i}Snn", network))], checksOverflow: true));

    private static IPortableRunner Runner(LoadedAssembly assembly, int index) => assembly.Create<IPortableRunner>($"Runners.Net{index}SnnRunner");
}
