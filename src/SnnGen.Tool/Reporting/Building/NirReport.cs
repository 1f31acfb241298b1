using System.CommandLine;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Tool.Commands;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Measurement;
using SnnGen.Tool.Reporting.Page;

namespace SnnGen.Tool.Reporting.Building;

/// <summary>The report of a network of NIR.</summary>
internal static class NirReport
{
    /// <summary>What it shows, apart from its provenance.</summary>
    public static ReportContent Build(
        ConvertedNir model, ConversionSettings settings, ParseResult parsed, ReportOptions options, CancellationToken cancellation)
    {
        NirConversion conversion = model.Conversion;
        string file = parsed.GetRequiredValue(settings.Model);
        LabelledData? data = options.ReadTestData();
        data?.RequireClassesBelow(model.Network.OutputSize);
        SpikeInputs inputs = data is not null
            ? SpikeInputs.Of(data.Inputs, data.InputFile, conversion.Source)
            : conversion.Inputs ?? NirSettings.ReadCalibration(parsed, conversion.Source, file, warning => Console.Error.WriteLine(warning));
        var activity = new ActivityRecorder(model.Network, inputs.TimeSteps, inputs.Count, data?.Classes);
        EvaluationReport figures = NirEvaluator.Evaluate(
            conversion, inputs, data?.Classes, 0, NirSettings.Read(parsed, file).Threads, cancellation, activity);
        string kind = data is not null ? "test inputs" : settings.CalibrationFile(parsed) is null ? "inputs of random spikes" : "calibration inputs";
        return new ReportContent(
            model.Network, "the network in single precision", $"{Words.Count(inputs.Count)} {kind}", figures, activity,
            Example.Choose(model.Network, new SpikeSamples(inputs, model.Network.Input.Encoding), activity))
        {
            Drift = conversion.Drift,
        };
    }
}
