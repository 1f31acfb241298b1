using System.CommandLine;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Tool.Evaluation;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen evaluate MODEL --images FILE --labels FILE</c>: accuracy of the ANN and of its spiking twin.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new ConversionSettings();
        var images = new Option<string>("--images") { Required = true, Description = "Test inputs" };
        var labels = new Option<string?>("--labels") { Description = "Their classes, if it classifies" };
        var limit = new Option<int>("--limit") { Description = "Only the first N test inputs" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("evaluate", "Converts a model and measures it on data: accuracy if there are labels, and how near the outputs come.") { images, labels, limit, json };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            int count = parsed.GetValue(limit);
            ConversionSettings.RequireLimit(count, parsed.GetRequiredValue(settings.Model));
            LabelledData data = LabelledData.Read(parsed.GetRequiredValue(images), parsed.GetValue(labels), count);
            CurvePoint[] curve = NirSettings.Apply(parsed.GetRequiredValue(settings.Model))
                ? [EvaluateNir(parsed, parsed.GetRequiredValue(settings.Model), data, cancellation)]
                : Evaluate(settings, parsed, data, cancellation);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(curve.Length == 1 ? curve[0].Report.ToJson() : CurvePoint.ToJson(curve));
            else
                TableOutput.Write(curve.Length == 1 ? EvaluationTable.Create(curve[0].Report) : CurveTable.Create(curve));
            return 0;
        }, cancellation));
        return command;
    }

    private static CurvePoint EvaluateNir(ParseResult parsed, string model, LabelledData data, CancellationToken cancellation)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        NirConversion conversion = NirConversionRun.Convert(parsed, model, Console.Error.WriteLine, cancellation);
        data.RequireClassesBelow(conversion.Network.OutputSize);
        SpikeInputs inputs = SpikeInputs.Of(data.Inputs, data.InputFile, conversion.Source);
        return new CurvePoint(1, NirEvaluator.Evaluate(
            conversion, inputs, data.Classes, watch.Elapsed.TotalSeconds, NirSettings.Read(parsed, model).Threads, cancellation));
    }

    private static CurvePoint[] Evaluate(ConversionSettings settings, ParseResult parsed, LabelledData data, CancellationToken cancellation)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        ConversionOptions[] points = [.. settings.KeepValues(parsed).Select(keep => settings.Read(parsed, keep))];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AnalogNetwork analog = OnnxImporter.Import(model);
        data.RequireClassesBelow(analog.OutputSize);
        InputBatch calibration = settings.ReadCalibration(parsed, analog, points[0].Encoding, Console.Error.WriteLine);
        return [.. points.Select(Evaluate)];

        // Import and calibration count for the first point.
        CurvePoint Evaluate(ConversionOptions options)
        {
            ConversionReport report = ModelConverter.Convert(analog, calibration, options, model, new ConsoleProgress(), cancellation);
            double conversionSeconds = watch.Elapsed.TotalSeconds;
            InputBatch inputs = InputBatchBuilder.Build(
                data.Inputs, data.InputFile, report.Network.Input, settings.InputScale(parsed), settings.InputOffset(parsed));
            EvaluationReport evaluation = Evaluator.Evaluate(analog, report, inputs, data.Classes, conversionSeconds, options.Threads, cancellation);
            watch.Restart();
            return new CurvePoint(options.Keep, evaluation);
        }
    }
}
