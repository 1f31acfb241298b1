using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.Generators.Usage;

/// <summary>SNN3003: a constant index of an output, an input or a time step that is not there.</summary>
internal static class IndexCheck
{
    // By name, too: the app may add members of its own to the class.
    private static readonly string[] s_indexed = ["this[]", WellKnownMemberNames.InstanceConstructorName, "Frame", "Value", "GetPotential", "GetScore"];

    public static void Examine(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { Type.SpecialType: SpecialType.System_Int32, Name: "output" or "input" or "step" } parameter
            || !s_indexed.Contains(parameter.ContainingSymbol.Name)
            || argument.Value.ConstantValue is not { HasValue: true, Value: int index }
            || GeneratedClass.Of(parameter.ContainingSymbol) is not { } network)
            return;
        (string what, int count) = parameter.Name switch
        {
            "output" => ("output", network.OutputSize),
            "input" => ("input", network.InputSize),
            _ => ("time step", network.TimeSteps),
        };
        Report(context, network, argument.Value, what, index, count);
    }

    /// <summary>Reports <paramref name="index"/> where it is not 0 to <paramref name="count"/> - 1.</summary>
    public static void Report(OperationAnalysisContext context, GeneratedClass network, IOperation place, string what, int index, int count)
    {
        if (index < 0 || index >= count)
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.OutOfRange, place.Syntax.GetLocation(), network.Type.Name, what, index, count));
    }
}
