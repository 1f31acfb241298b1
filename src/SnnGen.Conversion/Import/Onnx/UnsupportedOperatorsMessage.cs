namespace SnnGen.Conversion.Import.Onnx;

/// <summary>Words the one error that names everything unsupported in a model.</summary>
internal static class UnsupportedOperatorsMessage
{
    /// <summary>The message.</summary>
    /// <param name="nodes">Unsupported nodes in graph order; nodes of one operator and reason share an entry.</param>
    /// <param name="others">What else stands against the conversion, one clause each.</param>
    public static string Compose(IEnumerable<NodeProblem> nodes, IEnumerable<string> others)
    {
        IEnumerable<string> grouped = nodes
            .GroupBy(node => (node.Type, node.Reason))
            .Select(group => $"{group.Key.Type} ({Names(group)}){(group.Key.Reason is null ? "" : $": {group.Key.Reason}")}");
        string supported = string.Join(", ", SupportedOperators.Table.Select(row => row.Type));
        return $"cannot be converted: {string.Join("; ", grouped.Concat(others))}. Supported are {supported}; "
            + "change the model or cut it before the export";
    }

    private static string Names(IEnumerable<NodeProblem> nodes) => string.Join(", ", nodes.Select(node => $"'{node.Name}'"));
}
