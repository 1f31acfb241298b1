namespace SnnGen.Conversion.Diagnostics;

/// <summary>The model, its data or a setting is at fault; the conversion cannot go on.</summary>
/// <param name="diagnostic">What is wrong and what to do.</param>
public sealed class ConversionException(ConversionDiagnostic diagnostic) : Exception(diagnostic.ToString())
{
    /// <summary>A failure of the kind <paramref name="descriptor"/> at <paramref name="file"/>.</summary>
    public ConversionException(DiagnosticDescriptor descriptor, string file, string message)
        : this(new ConversionDiagnostic(descriptor, file, message))
    {
    }

    /// <summary>What is wrong and what to do.</summary>
    public ConversionDiagnostic Diagnostic { get; } = diagnostic;
}
