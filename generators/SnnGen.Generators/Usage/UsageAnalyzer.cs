using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.Generators.Usage;

/// <summary>Warns where an app calls its networks in a way that throws, or that comes to nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.WrongLength, DiagnosticDescriptors.IgnoredResult, DiagnosticDescriptors.OutOfRange);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(LengthCheck.Examine, OperationKind.Argument);
        context.RegisterOperationAction(ResultCheck.Examine, OperationKind.ExpressionStatement);
        context.RegisterOperationAction(IndexCheck.Examine, OperationKind.Argument);
        context.RegisterOperationAction(DecisionCheck.Examine, DecisionCheck.Comparisons);
    }
}
