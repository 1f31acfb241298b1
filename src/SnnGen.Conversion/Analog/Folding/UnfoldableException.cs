namespace SnnGen.Conversion.Analog.Folding;

/// <summary>No layers compute what was asked for; caught where the nodes of a model are walked.</summary>
/// <param name="reason">Why, for people; follows the node's name.</param>
internal sealed class UnfoldableException(string reason) : Exception(reason);
