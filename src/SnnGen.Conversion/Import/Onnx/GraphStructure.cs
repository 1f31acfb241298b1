using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Checks how the nodes of a graph hang together and finds those that the output needs.</summary>
internal static class GraphStructure
{
    /// <summary>The nodes that <paramref name="output"/> depends on, each after all it depends on.</summary>
    /// <exception cref="ConversionException">SNN1002: a tensor is defined twice, never, or after its use (as in a cycle).</exception>
    public static IReadOnlyList<NamedNode> LiveNodes(string file, GraphProto graph, string output)
    {
        IReadOnlyList<NamedNode> nodes = NamedNode.AllOf(graph);
        HashSet<string> defined = Sources(file, graph);
        HashSet<string> made = [.. nodes.SelectMany(node => node.Node.Output)];
        HashSet<NamedNode> live = MarkLive(nodes, output);
        foreach (NamedNode node in nodes)
        {
            foreach (string input in node.Node.Input.Where(input => live.Contains(node) && input.Length > 0 && !defined.Contains(input)))
                throw Corrupt(file, $"node '{node.Name}' uses tensor '{input}', which {(made.Contains(input) ? "is made only after it (a cycle?)" : "does not exist")}");
            foreach (string name in node.Node.Output.Where(name => name.Length > 0 && !defined.Add(name)))
                throw Corrupt(file, $"tensor '{name}', made by node '{node.Name}', is defined twice");
        }
        return defined.Contains(output)
            ? [.. nodes.Where(live.Contains)]
            : throw Corrupt(file, $"the output '{output}' is made by no node");
    }

    /// <summary>Names of inputs and initializers; old models list an initializer as an input too.</summary>
    private static HashSet<string> Sources(string file, GraphProto graph)
    {
        foreach (IEnumerable<string> names in new[] { graph.Input.Select(input => input.Name), graph.Initializer.Select(tensor => tensor.Name) })
        {
            if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw Corrupt(file, $"tensor '{twice.Key}' is defined twice");
        }
        return [.. graph.Input.Select(input => input.Name), .. graph.Initializer.Select(tensor => tensor.Name)];
    }

    private static HashSet<NamedNode> MarkLive(IReadOnlyList<NamedNode> nodes, string output)
    {
        var needed = new HashSet<string> { output };
        var live = new HashSet<NamedNode>(ReferenceEqualityComparer.Instance);
        foreach (NamedNode node in nodes.Reverse().Where(node => node.Node.Output.Any(needed.Contains)))
        {
            live.Add(node);
            needed.UnionWith(node.Node.Input.Where(input => input.Length > 0));
        }
        return live;
    }

    private static ConversionException Corrupt(string file, string problem) => new(
        DiagnosticDescriptors.ModelCorrupt, file, $"{problem}; export the model again");
}
