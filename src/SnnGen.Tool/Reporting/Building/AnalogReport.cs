using System.CommandLine;
using SnnGen.Conversion;
using SnnGen.Conversion.Calibration;
using SnnGen.Tool.Commands;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Reporting.Measurement;
using SnnGen.Tool.Reporting.Page;

namespace SnnGen.Tool.Reporting.Building;

/// <summary>The report of a converted ANN.</summary>
/// <param name="model">The conversion.</param>
/// <param name="settings">How it was converted.</param>
/// <param name="parsed">The command line.</param>
/// <param name="options">What it is measured on.</param>
internal sealed class AnalogReport(ConvertedAnalog model, ConversionSettings settings, ParseResult parsed, ReportOptions options)
{
    /// <summary>What it shows, apart from its provenance.</summary>
    public ReportContent Build(CancellationToken cancellation)
    {
        LabelledData? data = options.ReadTestData();
        data?.RequireClassesBelow(model.Analog.OutputSize);
        InputBatch inputs = InputsOf(data, model.Report);
        var activity = new ActivityRecorder(model.Network, model.Network.TimeSteps, inputs.Count, data?.Classes);
        EvaluationReport figures = Evaluator.Evaluate(model.Analog, model.Report, inputs, data?.Classes, 0, model.Options.Threads, cancellation, activity);
        string kind = data is not null ? "test inputs" : settings.CalibrationFile(parsed) is null ? "synthetic inputs" : "calibration inputs";
        return new ReportContent(
            model.Network, "the ANN", $"{Words.Count(inputs.Count)} {kind}", figures, activity, Example.Choose(model.Network, new AnalogSamples(inputs), activity))
        {
            Layers = model.Report.Layers,
            TimeCurve = [.. options.TimeSteps.Select(steps => PointOf(model.Options with { TimeSteps = steps }))],
            PruningCurve = [.. options.Keep.Select(keep => PointOf(model.Options with { Keep = keep, LayerSizes = [] }))],
        };

        CurvePoint PointOf(ConversionOptions point)
        {
            if (point == model.Options)
                return new CurvePoint(point.Keep, figures);
            ConversionReport report = ModelConverter.Convert(
                model.Analog, model.Calibration, point with { RecordsWeights = false }, parsed.GetRequiredValue(settings.Model), new ConsoleProgress(), cancellation);
            return new CurvePoint(point.Keep, Evaluator.Evaluate(
                model.Analog, report, InputsOf(data, report), data?.Classes, 0, point.Threads, cancellation));
        }
    }

    private InputBatch InputsOf(LabelledData? data, ConversionReport report) => data is null
        ? model.Calibration with { Count = options.Of(model.Calibration.Count) }
        : InputBatchBuilder.Build(data.Inputs, data.InputFile, report.Network.Input, settings.InputScale(parsed), settings.InputOffset(parsed));
}
