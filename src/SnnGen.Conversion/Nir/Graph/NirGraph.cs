using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Graph;

/// <summary>A graph of the Neuromorphic Intermediate Representation.</summary>
/// <param name="Nodes">Its nodes, each of another name.</param>
/// <param name="Edges">Its connections; the sum of all that lead to a node is the node's input.</param>
/// <param name="Version">Version of the package that wrote the file, or null where that is not known.</param>
public sealed record NirGraph(EquatableArray<NirNode> Nodes, EquatableArray<NirEdge> Edges, string? Version)
{
    /// <summary>The nodes in ordinal order of their names: a file keeps no other, and equal graphs are equal.</summary>
    public EquatableArray<NirNode> Nodes { get; } =
        Nodes.OrderBy(node => node.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>What SnnGen knows beyond NIR, in ordinal order of the names.</summary>
    public EquatableArray<NirMetadata> Metadata { get; init => field = value.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToEquatableArray(); }
}

/// <summary>A connection that carries the output of one node to another, unchanged and without delay.</summary>
/// <param name="Source">Name of the node that it comes from.</param>
/// <param name="Target">Name of the node that it leads to.</param>
public sealed record NirEdge(string Source, string Target);
