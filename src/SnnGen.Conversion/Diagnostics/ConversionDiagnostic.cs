using SnnGen.Tasks.Diagnostics;

namespace SnnGen.Conversion.Diagnostics;

/// <summary>One complaint of the conversion, printed in MSBuild's canonical form.</summary>
/// <param name="Descriptor">Which kind.</param>
/// <param name="File">The file at fault.</param>
/// <param name="Message">What is wrong and what to do. It may hold names of the file as they are.</param>
public sealed record ConversionDiagnostic(DiagnosticDescriptor Descriptor, string File, string Message)
{
    /// <summary><c>file : error SNN1001: message</c>, which MSBuild and IDEs parse: one line, without control characters.</summary>
    public override string ToString() =>
        $"{OneLine.Of(File)} : {(Descriptor.IsWarning ? "warning" : "error")} {Descriptor.Id}: {OneLine.Of(Message)}";
}

/// <summary>A kind of complaint. See docs/diagnostics.md.</summary>
/// <param name="Id">SNN1xxx; never reused.</param>
/// <param name="Title">What it is about.</param>
/// <param name="IsWarning">True where the conversion goes on.</param>
public sealed record DiagnosticDescriptor(string Id, string Title, bool IsWarning = false);
