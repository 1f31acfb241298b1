using SnnGen.Conversion.Import.Onnx.Protobuf;

namespace SnnGen.Conversion.Import.Onnx;

/// <summary>A node and a name for it that no other node of the graph has.</summary>
/// <param name="Name">The node's own name, or its operator and index where that is missing or taken.</param>
/// <param name="Node">The node in the file.</param>
internal sealed record NamedNode(string Name, NodeProto Node)
{
    /// <summary>The operator, with the domain where it is not ONNX's own.</summary>
    public string Type => SupportedOperators.IsDefaultDomain(Node.Domain) ? Node.OpType : $"{Node.Domain}.{Node.OpType}";

    /// <summary>All nodes of a graph, named.</summary>
    public static IReadOnlyList<NamedNode> AllOf(GraphProto graph)
    {
        var taken = new HashSet<string> { "" };
        var nodes = new List<NamedNode>();
        foreach (NodeProto node in graph.Node)
        {
            string name = taken.Contains(node.Name) ? $"{node.OpType}_{nodes.Count}" : node.Name;
            while (!taken.Add(name))
                name += "_";
            nodes.Add(new NamedNode(name, node));
        }
        return nodes;
    }
}
