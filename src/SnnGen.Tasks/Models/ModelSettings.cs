namespace SnnGen.Tasks.Models;

/// <summary>What an item says, checked and with defaults filled in.</summary>
/// <param name="ModelPath">The model, relative to the project where it lies below it, with forward slashes.</param>
/// <param name="ClassName">Name of the first variant's class.</param>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Profile"><c>Modern</c> or <c>Portable</c>.</param>
/// <param name="Formats">The number formats, as the command line spells them; at least one.</param>
/// <param name="Options">Options of the converter that all variants share, in the table's order.</param>
/// <param name="InputFiles">Full paths of the files that the conversion reads.</param>
internal sealed record ModelSettings(
    string ModelPath,
    string ClassName,
    string Namespace,
    string Visibility,
    string Profile,
    IReadOnlyList<string> Formats,
    IReadOnlyList<KeyValuePair<string, string>> Options,
    IReadOnlyList<string> InputFiles);
