using System.CommandLine;
using SnnGen.Tool.Caching;
using SnnGen.Tool.Reporting.Building;

namespace SnnGen.Tool.Commands;

/// <summary>The report that a build asks for beside its network. It has no curves: their conversions would take a build too long.</summary>
internal static class BuildReport
{
    /// <summary>Names of the options.</summary>
    public const string ReportOption = "--report", InputsOption = "--test-inputs", LabelsOption = "--test-labels", CountOption = "--test-count";

    private const int DefaultCount = 1000;

    /// <summary>Declares the options.</summary>
    public static void AddTo(Command command)
    {
        command.Add(new Option<bool>(ReportOption) { Description = "Also write a page about the network (.html) beside the output" });
        command.Add(new Option<string?>(InputsOption) { Description = "Inputs that the page measures the network on [the calibration inputs]" });
        command.Add(new Option<string?>(LabelsOption) { Description = "Their classes" });
        command.Add(new Option<int>(CountOption) { DefaultValueFactory = _ => DefaultCount, Description = "Only the first N of them, 0 for all" });
    }

    /// <summary>Whether it is asked for.</summary>
    public static bool IsWanted(ParseResult parsed) => parsed.GetValue<bool>(ReportOption);

    /// <summary>Converts a model, past the cache, which does not keep what the page shows, and writes the page.</summary>
    public static ConversionOutcome ConvertAndWrite(
        ConversionSettings settings, ParseResult parsed, string[] labels, string file, CancellationToken cancellation)
    {
        ConvertedModel converted = ModelConversion.Run(settings, parsed, labels, cancellation, recordsWeights: true);
        var options = new ReportOptions(parsed.GetValue<string?>(InputsOption), parsed.GetValue<string?>(LabelsOption), parsed.GetValue<int>(CountOption));
        ReportCommand.Write(converted, settings, parsed, options, file, cancellation);
        return converted.Outcome;
    }
}
