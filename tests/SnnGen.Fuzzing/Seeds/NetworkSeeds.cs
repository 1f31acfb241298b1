using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Fuzzing.Seeds;

/// <summary>Small networks: every kind of neuron, connection, pooling, input and exit.</summary>
internal static class NetworkSeeds
{
    public static IEnumerable<(string Name, SpikingNetwork Network)> All() =>
    [
        ("float32", TinyNetwork.Float32()),
        ("int8", TinyNetwork.Int8()),
        ("shape-only", TinyNetwork.ShapeOnly()),
        ("recurrent", TinyNetwork.Recurrent(isFixedPoint: true)),
        ("convolutional", TinyNetwork.Convolutional()),
        ("pooled", TinyNetwork.Pooled(delay: 1)),
        ("heterogeneous", RandomHeterogeneousNetwork.Create(3)),
        ("loihi", RandomLoihiNetwork.Create(2)),
        ("loihi-wide", RandomLoihiNetwork.Create(3)),
        ("random", RandomNetwork.Create(1)),
        ("random-wide", RandomNetwork.Create(3)),
    ];
}
