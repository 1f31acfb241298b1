using SnnGen.Conversion.Nir.Graph;
using SnnGen.Conversion.Tests.Nir;
using SnnGen.Spiking;

namespace SnnGen.Fuzzing.Seeds;

/// <summary>Small graphs of NIR.</summary>
internal static class GraphSeeds
{
    public static IEnumerable<(string Name, NirGraph Graph)> All() =>
    [
        ("chain", NirSamples.Chain(new NirAffine("affine", NirSamples.Ramp(2, 2), NirSamples.Ramp(2)), Spiking("lif"))),
        ("recurrent", Recurrent()),
        ("nested", NirSamples.Chain(new NirSubgraph("block", NirSamples.Chain(new NirLinear("linear", NirSamples.Doubles(2, 2)), Spiking("lif"))))),
    ];

    private static NirLIF Spiking(string name) =>
        new(name, NirSamples.Ramp(2), NirSamples.Ramp(2), NirSamples.Ramp(2), NirSamples.Ramp(2), null);

    private static NirGraph Recurrent()
    {
        NirGraph graph = NirSamples.Chain(new NirAffine("affine", NirSamples.Ramp(2, 2), NirSamples.Ramp(2)), Spiking("lif"));
        NirNode[] nodes = [.. graph.Nodes, new NirLinear("back", NirSamples.Ramp(2, 2))];
        NirEdge[] edges = [.. graph.Edges, new NirEdge("lif", "back"), new NirEdge("back", "lif")];
        return new NirGraph(new EquatableArray<NirNode>(nodes), new EquatableArray<NirEdge>(edges), graph.Version);
    }
}
