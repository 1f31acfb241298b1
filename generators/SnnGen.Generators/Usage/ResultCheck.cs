using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.Generators.Usage;

/// <summary>SNN3002: a call that only computes, as a statement.</summary>
internal static class ResultCheck
{
    // By name, too: the class is partial, and the app may add methods that do more than they return.
    private static readonly string[] s_pure = ["Run", "RunSequence", "Encode", "FromEvents", "Restore", "Value", "Frame", "LayerSpikes"];

    public static void Examine(OperationAnalysisContext context)
    {
        // A lambda that is one expression may well be meant to be run for its time, or for its exception.
        if (context.Operation is not IExpressionStatementOperation { Operation: IInvocationOperation call, Syntax: ExpressionStatementSyntax })
            return;
        if (s_pure.Contains(call.TargetMethod.Name) && IsPure(call.TargetMethod) && GeneratedClass.Of(call.TargetMethod) is { IsPortable: false })
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.IgnoredResult, call.Syntax.GetLocation(), MemberNames.Of(call.TargetMethod)));
    }

    private static bool IsPure(IMethodSymbol method) =>
        !method.ReturnsVoid
        && (method.IsStatic || method.IsReadOnly)
        && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In);
}
