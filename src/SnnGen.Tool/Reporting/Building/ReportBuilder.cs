using System.CommandLine;
using SnnGen.Tool.Commands;

namespace SnnGen.Tool.Reporting.Building;

/// <summary>Measures a converted model and gathers what its report shows.</summary>
internal static class ReportBuilder
{
    /// <summary>The content of the report.</summary>
    /// <param name="model">The converted model.</param>
    /// <param name="settings">How it was converted.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">What it is measured on.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="SnnGen.Conversion.Diagnostics.ConversionException">Test data cannot be read, or a point of a curve cannot be converted.</exception>
    public static ReportContent Build(
        ConvertedModel model, ConversionSettings settings, ParseResult parsed, ReportOptions options, CancellationToken cancellation)
    {
        ReportContent content = model switch
        {
            ConvertedAnalog analog => new AnalogReport(analog, settings, parsed, options).Build(cancellation),
            ConvertedNir nir => NirReport.Build(nir, settings, parsed, options, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(model)),
        };
        return content with
        {
            Settings = [.. ReportProvenance.Settings(parsed)],
            Files = [.. ReportProvenance.Files(model, settings, parsed, options)],
            Warnings = [.. model.Warnings.Select(warning => $"{warning.Descriptor.Id}: {warning.Message}")],
        };
    }
}
