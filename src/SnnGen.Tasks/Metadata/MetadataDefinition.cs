namespace SnnGen.Tasks.Metadata;

/// <summary>One metadata of an <c>SnnModel</c> item.</summary>
/// <param name="Name">Its name in the project file.</param>
/// <param name="Default">The value that holds where none is given; null where there is none.</param>
/// <param name="DefaultInWords">What the documentation says of the default where it is not a fixed value.</param>
/// <param name="Rule">Which values are allowed.</param>
/// <param name="Option">The converter's option; null for what only the build needs.</param>
/// <param name="Description">One sentence for the documentation.</param>
internal sealed record MetadataDefinition(
    string Name, string? Default, string DefaultInWords, ValueRule Rule, string? Option, string Description);
