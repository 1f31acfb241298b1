using Microsoft.Build.Framework;
using SnnGen.Tasks.Metadata;

namespace SnnGen.Tasks.Models;

/// <summary>What an item says.</summary>
internal static class ItemMetadata
{
    /// <summary>
    /// The value of a metadata without blanks around it, or null where it is empty or not given. A project may write it over
    /// several lines; line ends and other control characters are blanks.
    /// </summary>
    public static string? Value(this ITaskItem item, string name) =>
        string.Concat(item.GetMetadata(name).Select(c => char.IsControl(c) ? ' ' : c)).Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Whether the model is a network that spikes already.</summary>
    public static bool IsNir(this ITaskItem item) => item.ItemSpec.EndsWith(SnnModelMetadata.NirExtension, StringComparison.OrdinalIgnoreCase);
}
