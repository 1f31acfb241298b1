using SnnGen.Conversion.Diagnostics;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>Complaints about a graph, each naming its node.</summary>
/// <param name="file">The model's file.</param>
internal sealed class ImportFault(string file)
{
    /// <summary>Shapes do not fit together.</summary>
    public ConversionException Shape(string node, string problem) => new(DiagnosticDescriptors.ShapeMismatch, file, $"node '{node}': {problem}");

    /// <summary>The graph says what no network in discrete time can do.</summary>
    public ConversionException Unsupported(string node, string problem) => new(DiagnosticDescriptors.UnsupportedOperators, file, $"node '{node}': {problem}");

    /// <summary>A setting does not fit the graph.</summary>
    public ConversionException Setting(string problem) => new(DiagnosticDescriptors.InvalidSetting, file, problem);
}
