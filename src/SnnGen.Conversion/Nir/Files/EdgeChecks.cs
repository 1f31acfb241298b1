using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>Holds the edges of a graph against its nodes.</summary>
internal static class EdgeChecks
{
    private const int MostNamed = 8;

    /// <summary>Every edge joins nodes, none twice; every node but an input gets something; there is an input and an output.</summary>
    /// <exception cref="NirFault">SNN1002.</exception>
    public static void Require(GraphOutline graph, EquatableArray<NirEdge> edges)
    {
        foreach (string port in (string[])["Input", "Output"])
            if (!graph.Nodes.Any(node => node.Type == port))
                throw NirFault.Corrupt($"{graph.Group.Where} has no node of the type {port}; export the network with its inputs and outputs");
        RequireNodes(graph, edges);
        if (edges.GroupBy(edge => edge).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice)
            throw NirFault.Corrupt($"{graph.Group.Where} has the edge from '{twice.Source}' to '{twice.Target}' twice; a connection counts once, remove the other");
        HashSet<string> targets = [.. edges.Select(edge => edge.Target)];
        if (graph.Nodes.FirstOrDefault(node => node.Type != "Input" && !targets.Contains(node.Name)) is { } idle)
            throw NirFault.Corrupt($"no edge leads to {idle.Group.Where} of the type {idle.Type}; connect or remove it");
    }

    private static void RequireNodes(GraphOutline graph, EquatableArray<NirEdge> edges)
    {
        HashSet<string> names = [.. graph.Nodes.Select(node => node.Name)];
        foreach (NirEdge edge in edges)
        {
            string? missing = !names.Contains(edge.Source) ? edge.Source : !names.Contains(edge.Target) ? edge.Target : null;
            if (missing is null)
                continue;
            string hint = EditDistance.Nearest(missing, graph.Nodes.Select(node => node.Name)) is { } near
                ? $"did you mean '{near}'?"
                : $"its nodes are {string.Join(", ", graph.Nodes.Take(MostNamed).Select(node => $"'{node.Name}'"))}{(graph.Nodes.Count > MostNamed ? ", ..." : "")}";
            throw NirFault.Corrupt($"the edge from '{edge.Source}' to '{edge.Target}' of {graph.Group.Where} names the node '{missing}', which does not exist; {hint}");
        }
    }
}
