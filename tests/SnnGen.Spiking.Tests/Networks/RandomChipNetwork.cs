using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Spiking.Tests.Networks;

/// <summary>Valid fixed-point networks as chips compute them: potentials that wrap, leaks by shifts, delays. The same seed gives the same network.</summary>
internal static class RandomChipNetwork
{
    public static SpikingNetwork Create(int seed)
    {
        SpikingNetwork network = RandomNetwork.Create(2 * seed + 1); // an odd seed is fixed point
        var random = new Random(seed);
        var arithmetic = (FixedPointArithmetic)network.Arithmetic;
        network = network with
        {
            Arithmetic = arithmetic with
            {
                Overflow = (PotentialOverflow)random.Next(2),
                PotentialBits = random.Next(4) == 0 ? FixedPointArithmetic.MaximumPotentialBits : arithmetic.PotentialBits,
            },
            Layers = network.Layers.Select(layer => layer with
            {
                Neuron = Shifted(layer.Neuron, random),
                Projections = layer.Projections.Select(projection => projection with { Delay = random.Next(2) }).ToEquatableArray(),
            }).ToEquatableArray(),
        };
        NetworkValidator.Validate(network);
        return network;
    }

    private static NeuronModel Shifted(NeuronModel neuron, Random random)
    {
        if (random.Next(3) == 0)
            return neuron;
        return neuron switch
        {
            LeakyIntegrateAndFire n => n with { Leak = Leak(), LeakForm = LeakForm.Shift },
            CurrentBasedLeakyIntegrateAndFire n => n with { SynapticLeak = Leak(), Leak = n.Leak < 1 ? Leak() : 1, LeakForm = LeakForm.Shift },
            _ => neuron,
        };

        double Leak() => LeakShift.Leak(random.Next(1, LeakShift.Largest + 1));
    }
}
