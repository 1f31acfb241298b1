using SnnGen.Conversion.Nir.Files;
using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Tests.Nir;

/// <summary>Graphs for tests, and their files.</summary>
internal static class NirSamples
{
    /// <summary>A graph with every primitive, both precisions, optional parameters there and absent, a graph within, names of all sorts.</summary>
    public static NirGraph EveryKind()
    {
        NirArray image = Ramp(2, 3, 4);
        NirNode[] nodes =
        [
            new NirInput("input", Shape(2, 8, 8)),
            new NirConv1d("conv1", 16, Ramp(4, 2, 3), 1, 1, 2, 2, Doubles(4)),
            new NirConv1d("conv1.same", null, Doubles(4, 4, 3), 1, new NirPadding<int>(NirPaddingKind.Same, 0), 1, 1, Ramp(4)),
            new NirConv2d("0", new NirPair(8, 9), Ramp(4, 2, 3, 2), new NirPair(2, 1), new NirPair(1, 0), new NirPair(1, 2), 1, Ramp(4)),
            new NirConv2d("1", null, Ramp(4, 4, 1, 1), new NirPair(1, 1), new NirPadding<NirPair>(NirPaddingKind.Valid, default), new NirPair(1, 1), 4, Ramp(4)),
            new NirAvgPool2d("10", new NirPair(2, 3), new NirPair(2, 1), new NirPair(0, 1)),
            new NirSumPool2d("2", new NirPair(2, 2), new NirPair(2, 2), new NirPair(0, 0)),
            new NirFlatten("flatten", Shape(2, 3, 4), 0, -1),
            new NirFlatten("flatten bare", null, 1, 2),
            new NirAffine("Schicht ä", Ramp(3, 24), Doubles(3)),
            new NirLinear("层", Doubles(2, 3)),
            new NirScale("scale", image),
            new NirDelay("delay", Doubles(3)),
            new NirI("i", Ramp(2)),
            new NirIF("if", image, image, null),
            new NirIF("if.reset", Doubles(2), Doubles(2), Ramp(2)),
            new NirLI("li", Ramp(2), Doubles(2), Ramp(2)),
            new NirLIF("lif", Ramp(2), Ramp(2), Ramp(2), Ramp(2), null),
            new NirLIF("lif.scalar", Ramp(), Ramp(), Doubles(), Doubles(), Ramp()),
            new NirCubaLI("cuba", Ramp(2), Ramp(2), Ramp(2), Ramp(2), Doubles(2)),
            new NirCubaLIF("cuba.lif", Doubles(2), Doubles(2), Ramp(2), Ramp(2), Ramp(2), Ramp(2), Ramp(2)),
            new NirThreshold("threshold", Ramp(1, 1, 1)),
            new NirSubgraph("block", Chain(new NirScale("scale", Ramp(2)), new NirSubgraph("inner", Chain(new NirI("i", Doubles(2)))))),
            new NirOutput("output", Shape(2)),
        ];
        string[] names = [.. nodes.Select(node => node.Name)];
        NirEdge[] chain = [.. names.Zip(names.Skip(1), (source, target) => new NirEdge(source, target))];
        return new NirGraph(new(nodes), new([.. chain, new NirEdge("lif", "lif"), new NirEdge("output", "delay")]), "1.0.4");
    }

    /// <summary>That graph with entries of metadata of every form, in a graph within the graph, too.</summary>
    public static NirGraph WithMetadata()
    {
        NirMetadata[] entries = [new("snngen_text", "zero\neins ä"), new("snngen_number", Doubles()), new("snngen_array", Ramp(2, 3)), new("snngen_empty", "")];
        NirGraph graph = EveryKind();
        return new NirGraph(graph.Nodes.Select(node => node is NirSubgraph subgraph
            ? subgraph with { Graph = subgraph.Graph with { Metadata = new(entries) } }
            : node with { Metadata = new(entries) }).ToEquatableArray(), graph.Edges, graph.Version) { Metadata = new(entries) };
    }

    /// <summary>input → nodes → output.</summary>
    public static NirGraph Chain(params NirNode[] inner)
    {
        NirNode[] nodes = [new NirInput("input", Shape(2)), .. inner, new NirOutput("output", Shape(2))];
        return new NirGraph(new(nodes), nodes.Zip(nodes.Skip(1), (source, target) => new NirEdge(source.Name, target.Name)).ToEquatableArray(), null);
    }

    /// <summary>Values of single precision that count up.</summary>
    public static NirArray Ramp(params int[] shape) =>
        NirArray.Single(shape, [.. Enumerable.Range(1, Size(shape)).Select(i => 0.1f * i)]);

    /// <summary>Values of double precision, which single precision cannot hold, that count up.</summary>
    public static NirArray Doubles(params int[] shape) =>
        NirArray.Double(shape, [.. Enumerable.Range(1, Size(shape)).Select(i => 0.1 * i)]);

    public static EquatableArray<int> Shape(params int[] extents) => new(extents);

    /// <summary>The bytes of a graph's file.</summary>
    public static byte[] Bytes(NirGraph graph)
    {
        using var stream = new MemoryStream();
        NirFileWriter.Write(graph, stream);
        return stream.ToArray();
    }

    private static int Size(int[] shape) => shape.Aggregate(1, (product, extent) => product * extent);
}
