using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>Reads the nodes and edges of an outlined graph.</summary>
internal static class GraphReader
{
    /// <summary>The graph.</summary>
    /// <param name="outline">Its outline; all primitives are known.</param>
    /// <param name="version">What the file says of its version.</param>
    /// <exception cref="NirFault">SNN1002, SNN1004 or SNN1005.</exception>
    public static NirGraph Read(GraphOutline outline, string? version)
    {
        EquatableArray<NirEdge> edges = ReadEdges(outline.Group);
        EdgeChecks.Require(outline, edges);
        return new NirGraph(outline.Nodes.Select(ReadNode).ToEquatableArray(), edges, version) { Metadata = MetadataReader.Read(outline.Group) };
    }

    private static NirNode ReadNode(GraphOutline node) => node.Type == GraphOutline.GraphType
        ? new NirSubgraph(node.Name, Read(node, version: null))
        : Primitives.Table[node.Type](new NodeFields(node.Name, node.Group)) with { Metadata = MetadataReader.Read(node.Group) };

    private static EquatableArray<NirEdge> ReadEdges(FileGroup graph)
    {
        FileDataset edges = graph.FindDataset("edges")
            ?? throw NirFault.Corrupt($"{graph.Where} has no dataset 'edges'; write the file again with NIR's own package");
        if (edges.Size > 0 && edges.Shape is not [_, 2])
            throw NirFault.Mismatch($"'edges' of {graph.Where} has the shape {Shapes.Text(edges.Shape)}; it must be a list of pairs of names");
        string[] names = edges.ReadTexts();
        return Enumerable.Range(0, names.Length / 2).Select(e => new NirEdge(names[2 * e], names[2 * e + 1])).ToEquatableArray();
    }
}
