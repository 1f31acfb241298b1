using SnnGen.Generators.Diagnostics;
using SnnGen.Spiking;

namespace SnnGen.Generators.Input;

/// <summary>A value, or none, and what is to be reported about it: they travel together through the pipeline.</summary>
/// <param name="Value">Null where an error stands in its way.</param>
/// <param name="Diagnostics">In order of discovery.</param>
internal sealed record Result<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>
{
    public static Result<T> Success(T value, params DiagnosticInfo[] warnings) => new(value, new(warnings));

    public static Result<T> Failure(DiagnosticInfo error) => new(null, new([error]));
}
