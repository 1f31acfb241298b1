using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Changes of a layer's neurons.</summary>
internal static class NeuronChanges
{
    private const int Whole = 1 << FixedPointArithmetic.LeakBits;

    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } = [Rest, Leaks, Thresholds, Potentials, Uniform, Uniform, Membranes, Integrators];

    private static SpikingNetwork Rest(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer => layer.Neuron is not SpikingNeuron neuron ? layer
        : layer with { Neuron = neuron with { Refractory = random.Of(1, 2, 255, 256, SpikingNeuron.LongestRefractory) } });

    private static SpikingNetwork Leaks(SpikingNetwork network, Random random)
    {
        double[] leaks = network.Arithmetic is FixedPointArithmetic ? [1.0 / Whole, 1 - 1.0 / Whole, 0.5] : [double.Epsilon, 1e-30, 0.5, Math.BitDecrement(1.0)];
        return Draw.Layer(network, random, layer => layer with
        {
            Neuron = layer.Neuron switch
            {
                LeakyIntegrateAndFire n => n with { Leak = random.Of(leaks), LeakForm = LeakForm.Mantissa },
                CurrentBasedLeakyIntegrateAndFire n => n with { Leak = random.Of([1, .. leaks]), SynapticLeak = random.Of(leaks), LeakForm = LeakForm.Mantissa },
                LoihiNeuron n => n with
                {
                    CurrentDecay = random.Of(0, LoihiNeuron.LargestDecay), PotentialDecay = random.Of(0, LoihiNeuron.LargestDecay),
                    WeightExponent = random.Of(0, n.WeightExponent), BiasExponent = random.Of(-LoihiNeuron.LargestExponent - 1, 0, LoihiNeuron.LargestExponent),
                },
                _ => layer.Neuron,
            },
        });
    }

    private static SpikingNetwork Thresholds(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer =>
    {
        int most = layer.Neuron is LoihiNeuron ? LoihiNeuron.LargestThreshold : (network.Arithmetic as FixedPointArithmetic)?.MaximumPotential ?? 0;
        return layer with
        {
            Threshold = Draw.Changed(layer.Threshold, (value, _) => random.Of(1, most, value), (value, _) => random.Of(float.Epsilon, float.MaxValue, 1e-38f, value)),
        };
    });

    private static SpikingNetwork Potentials(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer =>
    {
        (int least, int most) = layer.Neuron is LoihiNeuron ? (-LoihiNeuron.StateLimit + 1, LoihiNeuron.StateLimit - 1)
            : network.Arithmetic is FixedPointArithmetic p ? (p.MinimumPotential, p.MaximumPotential) : (0, 0);
        return layer with
        {
            InitialPotential = Draw.Changed(layer.InitialPotential, (_, _) => random.Of(least, 0, most), (_, _) => random.Of(float.MinValue, -0f, float.Epsilon, float.MaxValue)),
        };
    });

    // A layer of neurons that are alike, among those of a chip too.
    private static SpikingNetwork Uniform(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer => layer.Neuron is not SpikingNeuron ? layer : OffChip(network, layer) with
    {
        Neuron = random.Next(3) switch
        {
            0 => new IntegrateAndFire((ResetMode)random.Next(2)),
            1 => new LeakyIntegrateAndFire(0.5, (ResetMode)random.Next(2)) { LeakForm = Form(network, random) },
            _ => new CurrentBasedLeakyIntegrateAndFire(0.5, random.Of(0.75, 1), (ResetMode)random.Next(2)) { LeakForm = Form(network, random) },
        },
        Threshold = Draw.Changed(layer.Threshold, (value, _) => Math.Max(1, value), (value, _) => value > 0 ? value : 1),
    });

    private static SpikingNetwork Membranes(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer => layer.Neuron is not SpikingNeuron ? layer : OffChip(network, layer) with
    {
        Neuron = new HeterogeneousNeuron((ResetMode)random.Next(2), (FiringRule)random.Next(2), Membrane(network, layer, random), Potential(network, layer, random)),
    });

    private static SpikingNetwork Integrators(SpikingNetwork network, Random random) => Draw.Layer(network, random, layer => layer.Neuron is SpikingNeuron && network.Arithmetic is FixedPointArithmetic ? layer
        : layer with { Neuron = new LeakyIntegrator(Membrane(network, layer, random)) });

    private static Membrane Membrane(SpikingNetwork network, SpikingLayer layer, Random random) => new(
        random.Coin() ? Leak(network, layer, random) : null, Leak(network, layer, random), random.Coin() ? Potential(network, layer, random) : null)
    {
        Floor = random.Coin() ? Potential(network, layer, random) : null,
    };

    private static Tensor Leak(SpikingNetwork network, SpikingLayer layer, Random random) => Draw.Tensor(
        network.Arithmetic, random.Of(1, layer.Channels, layer.Neurons), () => random.Of(0, 1, Whole - 1, Whole, 2048), () => random.Of(0f, -0f, float.Epsilon, 0.5f, 1f));

    private static Tensor Potential(SpikingNetwork network, SpikingLayer layer, Random random)
    {
        (int least, int most) = network.Arithmetic is FixedPointArithmetic p ? (p.MinimumPotential, p.MaximumPotential) : (0, 0);
        return Draw.Tensor(
            network.Arithmetic, random.Of(1, layer.Channels, layer.Neurons), () => random.Of(least, -1, 0, 1, most), () => random.Of(float.MinValue, -0f, -0.25f, 0.5f, float.MaxValue));
    }

    // Synapses such as neurons that are not Loihi's have.
    private static SpikingLayer OffChip(SpikingNetwork network, SpikingLayer layer)
    {
        if (layer.Neuron is not LoihiNeuron || network.Arithmetic is not FixedPointArithmetic p)
            return layer;
        return layer with
        {
            Projections = layer.Projections.Select(projection => projection with
            {
                SpikeWorth = projection.Source == Projection.NetworkInput && network.Input.Encoding != InputEncoding.Events ? InputEncoder.FullScale : 1,
                Connection = projection.Connection with
                {
                    Weights = Draw.Changed(projection.Connection.Weights, (weight, _) => Math.Clamp(weight, -p.MaximumWeight, p.MaximumWeight), (weight, _) => weight),
                },
            }).ToEquatableArray(),
        };
    }

    private static LeakForm Form(SpikingNetwork network, Random random) =>
        network.Arithmetic is FixedPointArithmetic && random.Coin() ? LeakForm.Shift : LeakForm.Mantissa;
}
