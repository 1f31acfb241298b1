using System.CommandLine;
using SnnGen.Conversion;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Tasks.Models;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen convert MODEL --output FILE</c>: what a build runs.</summary>
internal static class ConvertCommand
{
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
        BuildReport.AddTo(command);
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
            ConversionOutcome outcome = BuildReport.IsWanted(parsed)
                ? BuildReport.ConvertAndWrite(settings, parsed, names, WithExtension(parsed.GetRequiredValue(output), ".html"), cancellation)
                : parsed.GetValue(cache) is { } folder
                ? ConvertOnce(new ConversionCache(folder), settings, parsed, names, cancellation)
                : ModelConversion.Run(settings, parsed, names, cancellation).Outcome;
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
        NirExport.Write(NetworkFileReader.Read(network), import.Convention, import.Dt, model, WithExtension(output, ".nir"));
    }

    private static string WithExtension(string output, string extension) =>
        (output.EndsWith(NetworkExtension, StringComparison.OrdinalIgnoreCase) ? output[..^NetworkExtension.Length] : output) + extension;

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
            Key(settings, parsed, labels), token => ModelConversion.Run(settings, parsed, labels, token).Outcome.ToText(), cancellation);
        return ConversionOutcome.FromText(lookup.Text, parsed.GetRequiredValue(settings.Model));
    }

    private static string Key(ConversionSettings settings, ParseResult parsed, string[] labels)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        string normalised = NirSettings.Apply(model) ? NirSettings.Normalised(parsed, model) : settings.Normalised(parsed);
        string options = Path.GetFileName(model) + " " + normalised + " " + string.Join(';', labels);
        return ContentHash.Compute(model, [.. ExternalWeights.Of(model), .. settings.Files(parsed)], options, $"{ModelConversion.Version} {NetworkFileFormat.Version}");
    }
}
