using System.CommandLine;
using System.Globalization;
using System.Reflection;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Nir;
using SnnGen.Spiking;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary>The conversion of a model, as commands ask for it.</summary>
internal static class ModelConversion
{
    /// <summary>The tool's version.</summary>
    public static readonly string Version =
        typeof(ModelConversion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>A conversion, as the command line asks for it.</summary>
    /// <param name="settings">The options, as declared.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="labels">Names of the classes.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="recordsWeights">Whether the distributions of the weights are kept, which only a report shows.</param>
    public static ConvertedModel Run(ConversionSettings settings, ParseResult parsed, string[] labels, CancellationToken cancellation, bool recordsWeights = false)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        if (NirSettings.Apply(model))
            return ConvertNir(parsed, model, labels, cancellation);
        ConversionOptions options = settings.Read(parsed) with { RecordsWeights = recordsWeights };
        AnalogNetwork analog = OnnxImporter.Import(model);
        RequireLabels(labels, analog.OutputSize, model);
        var warnings = new List<ConversionDiagnostic>();
        InputBatch calibration = settings.ReadCalibration(parsed, analog, options.Encoding, warnings.Add);
        ConversionReport report = ModelConverter.Convert(analog, calibration, options, model, new ConsoleProgress(), cancellation);
        warnings.AddRange(Uncertified(report, options, model));
        SpikingNetwork network = report.Network with
        {
            Labels = labels.ToEquatableArray(),
            Metadata = Provenance(model, options, report).ToEquatableArray(),
        };
        return new ConvertedAnalog(network, warnings, analog, calibration, options, report);
    }

    private static ConvertedNir ConvertNir(ParseResult parsed, string model, string[] labels, CancellationToken cancellation)
    {
        var warnings = new List<ConversionDiagnostic>();
        NirConversion conversion = NirConversionRun.Convert(parsed, model, warnings.Add, cancellation);
        RequireLabels(labels, conversion.Network.OutputSize, model);
        SpikingNetwork network = conversion.Network with
        {
            Labels = labels.ToEquatableArray(),
            Metadata = NirConversionRun.Provenance(parsed, model, Version, conversion).ToEquatableArray(),
        };
        return new ConvertedNir(network, warnings, conversion);
    }

    private static void RequireLabels(string[] labels, int outputs, string model)
    {
        if (labels.Length != 0 && labels.Length != outputs)
        {
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, model,
                $"{labels.Length} labels are given for {outputs} outputs; give one a class");
        }
    }

    private static IEnumerable<ConversionDiagnostic> Uncertified(ConversionReport report, ConversionOptions options, string model) =>
        from layer in report.Layers
        where options.Objective != LayerObjective.None && layer.RelativeGap > EdgeDescentSolver.CertifiedGap
        let gap = layer.RelativeGap.ToString("P2", CultureInfo.InvariantCulture)
        select new ConversionDiagnostic(DiagnosticDescriptors.NotCertified, model,
            $"layer '{layer.Name}' is within {gap} of its optimum, not proven closer; more calibration inputs help");

    private static IEnumerable<MetadataEntry> Provenance(string model, ConversionOptions options, ConversionReport report)
    {
        yield return new MetadataEntry("tool", "snngen " + Version);
        yield return new MetadataEntry("model", Path.GetFileName(model));
        yield return new MetadataEntry("model.sha256", ContentHash.OfFile(model));
        yield return new MetadataEntry("weights", options.Weights.ToString());
        yield return new MetadataEntry("objective", options.Objective.ToString());
        foreach (LayerReport layer in report.Layers)
        {
            yield return new MetadataEntry("layer." + layer.Name, string.Create(CultureInfo.InvariantCulture,
                $"objective {layer.Objective:G6}, prior {layer.PriorObjective:G6}, relative gap {layer.RelativeGap:E1}, mean rate {layer.MeanRate:G4}"));
        }
    }
}
