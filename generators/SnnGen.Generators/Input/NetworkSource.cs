namespace SnnGen.Generators.Input;

/// <summary>One <c>.snn.json</c> file and what the project says about it.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Text">Its text.</param>
/// <param name="ModelPath">The model it was converted from, for people; the file's path where unknown.</param>
/// <param name="Class">The class to generate.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Profile">Which C# it is written in.</param>
internal sealed record NetworkSource(string Path, string Text, string ModelPath, ClassName Class, string Visibility, Profile Profile);
