using System.CommandLine;
using System.Globalization;
using System.Reflection;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.LinearPrograms.Solving;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen convert MODEL --output FILE</c>: what a build runs.</summary>
internal static class ConvertCommand
{
    private static readonly string Version =
        typeof(ConvertCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private const string NetworkExtension = ".snn.json";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new ConversionSettings();
        var output = new Option<string>("--output") { Required = true, Description = "The .snn.json to write" };
        var cache = new Option<string?>("--cache") { Description = "Folder of conversions by content" };
        var labels = new Option<string?>("--labels") { Description = "Class names: a text file, one a line, or a list separated by semicolons" };
        var shapeOnly = new Option<bool>("--shape-only") { Description = "Only the network's sizes, for a design-time build" };
        var exportNir = new Option<bool>("--export-nir") { Description = "Also write the network as a .nir file beside the output" };
        var command = new Command("convert", "Converts a model to a spiking network (.snn.json).") { output, cache, labels, shapeOnly, exportNir };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string[] names = LabelList.Read(parsed.GetValue(labels));
            if (parsed.GetValue(shapeOnly))
            {
                SpikingNetwork shape = ShapeOnly(settings, parsed) with { Labels = names.ToEquatableArray() };
                AtomicFile.WriteIfAbsent(parsed.GetRequiredValue(output), NetworkFileWriter.Write(shape));
                return 0;
            }
            ConversionOutcome outcome = parsed.GetValue(cache) is { } folder
                ? ConvertOnce(new ConversionCache(folder), settings, parsed, names, cancellation)
                : Convert(settings, parsed, names, cancellation);
            foreach (ConversionDiagnostic warning in outcome.Warnings)
                Console.Error.WriteLine(warning);
            if (parsed.GetValue(exportNir))
                ExportNir(settings, parsed, parsed.GetRequiredValue(output), outcome.Network);
            AtomicFile.Write(parsed.GetRequiredValue(output), outcome.Network);
            return 0;
        }, cancellation));
        return command;
    }

    private static void ExportNir(ConversionSettings settings, ParseResult parsed, string output, string network)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        NirImportOptions import = NirSettings.Apply(model) ? NirSettings.Read(parsed, model).Import : new NirImportOptions();
        string file = (output.EndsWith(NetworkExtension, StringComparison.OrdinalIgnoreCase) ? output[..^NetworkExtension.Length] : output) + ".nir";
        NirExport.Write(NetworkFileReader.Read(network), import.Convention, import.Dt, model, file);
    }

    private static SpikingNetwork ShapeOnly(ConversionSettings settings, ParseResult parsed)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        return NirSettings.Apply(model)
            ? NirConversionRun.ShapeOnly(parsed, model)
            : ModelConverter.ShapeOnly(OnnxImporter.Import(model), settings.Read(parsed));
    }

    private static ConversionOutcome ConvertOnce(
        ConversionCache cache, ConversionSettings settings, ParseResult parsed, string[] labels, CancellationToken cancellation)
    {
        CacheLookup lookup = cache.GetOrAdd(
            Key(settings, parsed, labels), token => Convert(settings, parsed, labels, token).ToText(), cancellation);
        return ConversionOutcome.FromText(lookup.Text, parsed.GetRequiredValue(settings.Model));
    }

    private static string Key(ConversionSettings settings, ParseResult parsed, string[] labels)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        string normalised = NirSettings.Apply(model) ? NirSettings.Normalised(parsed, model) : settings.Normalised(parsed);
        string options = Path.GetFileName(model) + " " + normalised + " " + string.Join(';', labels);
        return ContentHash.Compute(model, [.. ExternalWeights.Of(model), .. settings.Files(parsed)], options, $"{Version} {NetworkFileFormat.Version}");
    }

    /// <summary>A conversion, as the command line asks for it.</summary>
    internal static ConversionOutcome Convert(ConversionSettings settings, ParseResult parsed, string[] labels, CancellationToken cancellation)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        if (NirSettings.Apply(model))
            return ConvertNir(parsed, model, labels, cancellation);
        ConversionOptions options = settings.Read(parsed);
        AnalogNetwork analog = OnnxImporter.Import(model);
        RequireLabels(labels, analog.OutputSize, model);
        var warnings = new List<ConversionDiagnostic>();
        ConversionReport report = ModelConverter.Convert(
            analog, settings.ReadCalibration(parsed, analog, options.Encoding, warnings.Add), options, model, cancellation: cancellation);
        warnings.AddRange(Uncertified(report, options, model));
        SpikingNetwork network = report.Network with
        {
            Labels = labels.ToEquatableArray(),
            Metadata = Provenance(model, options, report).ToEquatableArray(),
        };
        return new ConversionOutcome(NetworkFileWriter.Write(network), warnings);
    }

    private static ConversionOutcome ConvertNir(ParseResult parsed, string model, string[] labels, CancellationToken cancellation)
    {
        var warnings = new List<ConversionDiagnostic>();
        NirConversion conversion = NirConversionRun.Convert(parsed, model, warnings.Add, cancellation);
        RequireLabels(labels, conversion.Network.OutputSize, model);
        SpikingNetwork network = conversion.Network with
        {
            Labels = labels.ToEquatableArray(),
            Metadata = NirConversionRun.Provenance(parsed, model, Version, conversion).ToEquatableArray(),
        };
        return new ConversionOutcome(NetworkFileWriter.Write(network), warnings);
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
