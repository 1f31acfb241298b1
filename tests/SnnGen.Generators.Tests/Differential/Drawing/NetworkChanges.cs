using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Tests.Differential.Drawing;

/// <summary>Changes of a network's own members.</summary>
internal static class NetworkChanges
{
    private static readonly string[] s_names =
        ["", "a", "class", "*/ }", "\"quoted\" \\ {0} {{", "<tag attr='&amp;'>", "line\nbreak\r\ttab", "日本語 \U0001F600", "\u2028\u0000", new string('n', 4096)];

    public static Func<SpikingNetwork, Random, SpikingNetwork>[] All { get; } =
        [Steps, Labels, Names, Scale, Decoder, Exit, Overflow, ByteLabels, Encoding];

    private static SpikingNetwork Steps(SpikingNetwork network, Random random) =>
        network with { TimeSteps = random.Of(1, 2, 15, 16, 17, 33, 64) };

    private static SpikingNetwork Labels(SpikingNetwork network, Random random) =>
        network with { Labels = Draw.Values(network.OutputSize, () => random.Of<string>(s_names)) };

    private static SpikingNetwork ByteLabels(SpikingNetwork network, Random random) =>
        network with { Labels = Enumerable.Range(0, network.OutputSize).Select(i => $"class {i}").ToEquatableArray() };

    private static SpikingNetwork Names(SpikingNetwork network, Random random) => network with
    {
        Name = random.Of<string>(s_names),
        Layers = network.Layers.Select(layer => layer with { Name = random.Of<string>(s_names) }).ToEquatableArray(),
        Metadata = new([new MetadataEntry(random.Of<string>(s_names), random.Of<string>(s_names))]),
    };

    private static SpikingNetwork Scale(SpikingNetwork network, Random random) => network with
    {
        Input = network.Input with
        {
            Scale = random.Of(-1f, -0.37f, float.Epsilon, 1e-38f, 1e30f, float.MaxValue, 255f, -255f),
            Offset = random.Of(0f, -0f, 0.5f, -3.7f, float.Epsilon, 1e30f, float.MinValue),
        },
    };

    private static SpikingNetwork Decoder(SpikingNetwork network, Random random) => network with
    {
        Output = network.Output with
        {
            Averages = random.Coin(), Function = (OutputFunction)random.Next(4), Scale = random.Of(double.Epsilon, 1e-300, 1e-3, 1, 1e300, double.MaxValue),
        },
    };

    private static SpikingNetwork Exit(SpikingNetwork network, Random random) => random.Next(3) > 0
        ? RandomExit.Add(network, random)
        : network with { Output = network.Output with { Exit = EarlyExit.Confident(network.Arithmetic is FixedPointArithmetic ? random.Of(1, int.MaxValue) : random.Of(float.Epsilon, float.MaxValue)) } };

    private static SpikingNetwork Overflow(SpikingNetwork network, Random random) => network.Arithmetic is FixedPointArithmetic p
        ? network with { Arithmetic = p with { Overflow = (PotentialOverflow)random.Next(2), PotentialBits = random.Next(p.PotentialBits, FixedPointArithmetic.MaximumPotentialBits + 1) } }
        : network;

    // Only where values come in does a spike of the input have a fixed worth.
    private static SpikingNetwork Encoding(SpikingNetwork network, Random random)
    {
        var encoding = (InputEncoding)random.Next(5);
        return network with
        {
            Input = network.Input with { Encoding = encoding, Seed = encoding == InputEncoding.Poisson ? random.Of(0, 1, int.MaxValue, random.Next()) : 0 },
            Layers = network.Layers.Select(layer => layer with
            {
                Projections = layer.Projections.Select(projection => projection.Source != Projection.NetworkInput || encoding == InputEncoding.Events ? projection
                    : projection with { SpikeWorth = InputEncoder.FullScale }).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }
}
