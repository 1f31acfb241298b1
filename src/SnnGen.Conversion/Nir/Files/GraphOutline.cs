using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>A node of the file before its values are read; the graph itself is one, too.</summary>
/// <param name="Name">Its name in the graph that holds it.</param>
/// <param name="Type">Its primitive, as the file has it.</param>
/// <param name="Group">Its group in the file.</param>
/// <param name="Nodes">The nodes in it where it is a graph, in ordinal order of their names; else none.</param>
internal sealed record GraphOutline(string Name, string Type, FileGroup Group, IReadOnlyList<GraphOutline> Nodes)
{
    /// <summary>The type of a graph.</summary>
    public const string GraphType = "NIRGraph";

    /// <summary>The outline of the file's graph; all its primitives are known.</summary>
    /// <exception cref="NirFault">SNN1002: the structure is not that of a graph. SNN1003: all primitives that are not known.</exception>
    public static GraphOutline Read(FileGroup root, FileLimits limits)
    {
        GraphOutline outline = ReadNode("", "", root, depth: 0, limits);
        if (outline.Type != GraphType)
            throw NirFault.Corrupt($"holds a single node of the type {outline.Type}, not a graph; write a {GraphType}");
        RequireKnown(outline);
        return outline;
    }

    private static GraphOutline ReadNode(string name, string path, FileGroup group, int depth, FileLimits limits)
    {
        limits.TakeNode();
        if (depth > FileLimits.Depth)
            throw NirFault.Corrupt($"{group.Where} is nested more than {FileLimits.Depth} graphs deep; flatten the graph");
        string type = new NodeFields(name, group).Text("type");
        return new GraphOutline(name, type, group, type == GraphType ? [.. ReadNodes(path, group, depth, limits)] : []);
    }

    private static IEnumerable<GraphOutline> ReadNodes(string path, FileGroup group, int depth, FileLimits limits)
    {
        FileGroup nodes = group.FindGroup("nodes", $"the group of nodes of {group.Where}")
            ?? throw NirFault.Corrupt($"{group.Where} has no group 'nodes'; write the file again with NIR's own package");
        foreach (string name in nodes.Groups)
        {
            string child = path + name;
            yield return ReadNode(name, $"{child}/", nodes.FindGroup(name, $"node '{child}'")!, depth + 1, limits);
        }
    }

    private static void RequireKnown(GraphOutline graph)
    {
        string[] unknown =
        [
            .. AllIn(graph).Where(node => node.Type != GraphType && !Primitives.Table.ContainsKey(node.Type))
                .GroupBy(node => node.Type)
                .Select(group => $"{group.Key} ({string.Join(", ", group.Select(node => node.Group.Where))})"),
        ];
        if (unknown.Length > 0)
            throw new NirFault(
                DiagnosticDescriptors.UnsupportedOperators,
                $"cannot be converted: {string.Join("; ", unknown)}. Supported are {string.Join(", ", Primitives.Table.Keys)} and {GraphType}; "
                + "change the network before the export");
    }

    private static IEnumerable<GraphOutline> AllIn(GraphOutline graph) => graph.Nodes.SelectMany(node => AllIn(node).Prepend(node));
}
