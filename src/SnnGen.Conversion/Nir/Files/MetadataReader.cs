using SnnGen.Conversion.Nir.Graph;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir.Files;

/// <summary>Reads SnnGen's own entries of a <c>metadata</c> group. What others put there may be anything, and is not looked at.</summary>
internal static class MetadataReader
{
    /// <summary>Name of the group.</summary>
    public const string GroupName = "metadata";

    /// <summary>The entries of a node or graph.</summary>
    /// <param name="node">Its group.</param>
    /// <exception cref="NirFault">SNN1002 or SNN1005: an entry is neither a text nor finite numbers.</exception>
    public static EquatableArray<NirMetadata> Read(FileGroup node)
    {
        if (node.FindGroup(GroupName, $"'{GroupName}' of {node.Where}") is not { } group)
            return default;
        var fields = new NodeFields(GroupName, group);
        return group.Names.Where(name => name.StartsWith(NirMetadata.Prefix, StringComparison.Ordinal)).Select(name => Entry(name, group, fields)).OfType<NirMetadata>().ToEquatableArray();
    }

    private static NirMetadata? Entry(string name, FileGroup group, NodeFields fields) => group.FindDataset(name) switch
    {
        null => null,
        { IsText: true } => new NirMetadata(name, fields.Text(name)),
        _ => new NirMetadata(name, fields.Array(name)),
    };
}
