using Microsoft.CodeAnalysis;
using SnnGen.Spiking;
using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Generators.Diagnostics;

/// <summary>A diagnostic to be, equatable.</summary>
/// <param name="Descriptor">Which kind.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">Of the descriptor's message.</param>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, FileLocation Location, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(DiagnosticDescriptor descriptor, FileLocation location, string[] arguments)
        : this(descriptor, location, new EquatableArray<string>(arguments))
    {
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location.ToLocation(), [.. Arguments.Select(argument => (object)OneLine.Of(argument))]);
}
