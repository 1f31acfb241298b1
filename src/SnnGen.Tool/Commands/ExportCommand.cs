using System.CommandLine;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen export MODEL --output FILE</c>: a network for other frameworks and chips.</summary>
internal static class ExportCommand
{
    private const string Nir = "nir", Json = "json";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new ConversionSettings();
        var output = new Option<string>("--output") { Required = true, Description = "The file to write" };
        Option<string> format = Choice.Option("--format", Nir, "Format", Nir, Json);
        var target = new Option<string?>("--target") { Description = "Simulator that is to read a .nir file, whose steps of time its parameters are for [--simulator]" };
        var targetDt = new Option<double?>("--target-dt") { Description = "Seconds of its step [its own]" };
        target.AcceptOnlyFromAmong([.. NirConventions.Names]);
        var command = new Command("export", "Writes a model's spiking network (.nir or .snn.json), or that of a .snn.json, for other frameworks.") { output, format, target, targetDt };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string model = parsed.GetRequiredValue(settings.Model), file = parsed.GetRequiredValue(output);
            SpikingNetwork network = Read(settings, parsed, model, cancellation);
            if (parsed.GetValue(format) == Json)
            {
                AtomicFile.Write(file, NetworkFileWriter.Write(network));
                return 0;
            }
            bool isNir = NirSettings.Apply(model);
            double? dt = parsed.GetValue(targetDt) ?? (isNir && parsed.GetValue(target) is null ? NirSettings.Read(parsed, model).Import.Dt : null);
            if (dt is not null and not (> 0 and < double.PositiveInfinity))
                throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model, "target dt must be above 0 s and finite");
            string reader = parsed.GetValue(target) ?? (isNir ? NirSettings.Read(parsed, model).Import.Convention.Name : NirConventions.Nir.Name);
            NirExport.Write(network, NirConventions.Find(reader, model), dt, model, file);
            return 0;
        }, cancellation));
        return command;
    }

    private static SpikingNetwork Read(ConversionSettings settings, ParseResult parsed, string model, CancellationToken cancellation)
    {
        if (InspectCommand.IsNetwork(model))
            return InspectCommand.Read(model);
        ConvertedModel converted = ModelConversion.Run(settings, parsed, [], cancellation);
        foreach (ConversionDiagnostic warning in converted.Warnings)
            Console.Error.WriteLine(warning);
        return converted.Network;
    }
}
