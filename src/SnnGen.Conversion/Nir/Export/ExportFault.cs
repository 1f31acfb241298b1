using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Nir.Export;

/// <summary>Complaints about what NIR cannot say.</summary>
/// <param name="file">The model's file.</param>
internal sealed class ExportFault(string file)
{
    /// <summary>SNN1016.</summary>
    public ConversionException Of(string where, string problem) => new(DiagnosticDescriptors.NotExportable, file, $"cannot be written as NIR: {where}: {problem}");
}
