using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.Generators.Usage;

/// <summary>SNN3001: an array or span that is known to be too short or too long.</summary>
internal static class LengthCheck
{
    /// <summary>The diagnostic's property that holds the right length in C#; its location is the additional one.</summary>
    public const string SizeProperty = "Size";

    public static void Examine(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (LengthRule.For(argument) is not { } rule || KnownLength.Of(argument.Value) is not { } known || rule.Admits(known.Length))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.WrongLength,
            argument.Value.Syntax.GetLocation(),
            known.Size is { } size ? [size.GetLocation()] : [],
            Fix(argument, rule, known),
            argument.Parameter!.Name, MemberNames.Of(((IInvocationOperation)argument.Parent!).TargetMethod), rule.Words, known.Length));
    }

    // Listed elements have no size to write, and of several right lengths none is the one that is meant.
    private static ImmutableDictionary<string, string?>? Fix(IArgumentOperation argument, LengthRule rule, KnownLength known) =>
        known.Size is { } size && !rule.AllowsMultiples
            ? ImmutableDictionary<string, string?>.Empty.Add(SizeProperty, rule.Expression(argument.SemanticModel!, size.SpanStart))
            : null;
}
