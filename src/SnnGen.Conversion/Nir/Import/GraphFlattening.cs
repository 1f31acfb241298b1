using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>
/// Nested graphs unfolded: <c>sub.node</c> is the name of what was within <c>sub</c>. The inputs and outputs of a nested graph
/// stay as nodes that pass on what they get; an edge to or from a nested graph leads to its input or from its output.
/// </summary>
internal static class GraphFlattening
{
    /// <summary>The graph without nested ones.</summary>
    public static NirGraph Flatten(NirGraph graph, ImportFault fault)
    {
        var nodes = new List<NirNode>();
        var edges = new List<NirEdge>();
        Unfold(graph, "", nodes, edges, fault);
        return new NirGraph(nodes.ToEquatableArray(), edges.ToEquatableArray(), graph.Version);
    }

    private static void Unfold(NirGraph graph, string prefix, List<NirNode> nodes, List<NirEdge> edges, ImportFault fault)
    {
        var nested = graph.Nodes.OfType<NirSubgraph>().ToDictionary(node => node.Name);
        foreach (NirNode node in graph.Nodes)
        {
            if (node is NirSubgraph subgraph)
                Unfold(subgraph.Graph, prefix + node.Name + ".", nodes, edges, fault);
            else
                nodes.Add(node with { Name = prefix + node.Name });
        }
        foreach (NirEdge edge in graph.Edges)
            edges.Add(new NirEdge(End(edge.Source, isSource: true), End(edge.Target, isSource: false)));

        string End(string name, bool isSource)
        {
            if (!nested.TryGetValue(name, out NirSubgraph? subgraph))
                return prefix + name;
            string[] ports = [.. subgraph.Graph.Nodes.Where(node => isSource ? node is NirOutput : node is NirInput).Select(node => node.Name)];
            return ports.Length == 1
                ? $"{prefix}{name}.{ports[0]}"
                : throw fault.Unsupported(prefix + name, $"it has {ports.Length} {(isSource ? "outputs" : "inputs")}, but an edge {(isSource ? "from" : "to")} a nested graph needs exactly one");
        }
    }
}
