using Microsoft.CodeAnalysis.Text;

namespace SnnGen.Generators.Emit;

/// <summary>A source file of the consumer's compilation.</summary>
/// <param name="HintName">Unique within the generator.</param>
/// <param name="Text">Line feeds only.</param>
internal sealed record GeneratedFile(string HintName, SourceText Text);
