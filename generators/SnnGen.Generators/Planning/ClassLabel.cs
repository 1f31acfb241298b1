namespace SnnGen.Generators.Planning;

/// <summary>One class of the network.</summary>
/// <param name="Identifier">Its enum member, unique within the network.</param>
/// <param name="Text">Its label in the model.</param>
internal sealed record ClassLabel(string Identifier, string Text);
