using System.Collections.Immutable;

namespace SnnGen.Conversion.Analog.Folding;

/// <summary>What folding a chain of steps gave.</summary>
/// <param name="Layers">The layers; empty where there are problems.</param>
/// <param name="Problems">All that stands against a conversion, one sentence each; empty where there are layers.</param>
public sealed record FoldingResult(ImmutableArray<AnalogLayer> Layers, ImmutableArray<string> Problems);
