using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>Arithmetic of chips: leaks by shifts, potentials that wrap, and those of 32 bits.</summary>
public class PortableChipTests
{
    [Fact]
    public void Leaks_by_shifts_and_potentials_that_wrap_compute_what_the_reference_simulator_computes()
    {
        SpikingNetwork[] networks = [.. Enumerable.Range(0, 40).Select(i => OfChip(RandomNetwork.Create(2 * i + 1), i))];
        Assert.Contains(networks, network => network.Layers.Any(layer => layer.Neuron is LeakyIntegrateAndFire { LeakForm: LeakForm.Shift }));
        Assert.Contains(networks, network => network.Layers.Any(layer => layer.Neuron is CurrentBasedLeakyIntegrateAndFire { LeakForm: LeakForm.Shift }));
        using var assembly = new LoadedAssembly(PortableConsumer.Generate(
            networks, [.. networks.Select((network, i) => PortableRunnerSource.Write($"Net{i}Snn", network))], checksOverflow: true));
        for (int i = 0; i < networks.Length; i++)
            for (int sample = 0; sample < 2; sample++)
                new PortableAgreementCheck(networks[i], assembly.Create<IPortableRunner>($"Runners.Net{i}SnnRunner"), i * 2 + sample).All();
    }

    private static SpikingNetwork OfChip(SpikingNetwork network, int index)
    {
        double leak = LeakShift.Leak(1 + index % 5), synapticLeak = LeakShift.Leak(1 + index % 3);
        return network with
        {
            Arithmetic = (FixedPointArithmetic)network.Arithmetic with
            {
                PotentialBits = index % 3 == 0 ? FixedPointArithmetic.MaximumPotentialBits : ((FixedPointArithmetic)network.Arithmetic).PotentialBits,
                Overflow = index / 2 % 2 == 0 ? PotentialOverflow.Wrap : PotentialOverflow.Saturate,
            },
            Layers = network.Layers.Select(layer => layer with { Neuron = OfChip(layer.Neuron, leak, synapticLeak) }).ToEquatableArray(),
        };
    }

    private static NeuronModel OfChip(NeuronModel neuron, double leak, double synapticLeak) => neuron switch
    {
        LeakyIntegrateAndFire n => n with { Leak = leak, LeakForm = LeakForm.Shift },
        CurrentBasedLeakyIntegrateAndFire n => n with { Leak = n.Leak < 1 ? leak : 1, SynapticLeak = synapticLeak, LeakForm = LeakForm.Shift },
        _ => neuron,
    };
}
