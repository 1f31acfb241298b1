namespace SnnGen.Generators.Input;

/// <summary>What the search for two equal classes needs of a network file, so that it is not repeated when the text changes.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="ModelPath">The model it was converted from.</param>
/// <param name="Class">The class to generate.</param>
internal sealed record NamedFile(string Path, string ModelPath, ClassName Class);
