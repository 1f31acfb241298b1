using System.CommandLine;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Tool.Evaluation;
using Spectre.Console;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen evaluate MODEL --images FILE --labels FILE</c>: accuracy of the ANN and of its spiking twin.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new ConversionSettings();
        var images = new Option<string>("--images") { Required = true, Description = "Test inputs" };
        var labels = new Option<string>("--labels") { Required = true, Description = "Their classes" };
        var limit = new Option<int>("--limit") { Description = "Only the first N test inputs" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("evaluate", "Converts a model and measures it on labelled data.") { images, labels, limit, json };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string imageFile = parsed.GetRequiredValue(images), labelFile = parsed.GetRequiredValue(labels);
            DataSet data = DataReader.Read(imageFile, parsed.GetValue(limit));
            int[] classes = LabelReader.Read(labelFile, parsed.GetValue(limit));
            if (classes.Length != data.Count)
            {
                throw new ConversionException(DiagnosticDescriptors.DataMismatch, labelFile,
                    $"{classes.Length} labels for {data.Count} inputs; give as many labels as inputs");
            }
            EvaluationReport report = Evaluate(settings, parsed, data, imageFile, classes, labelFile, cancellation);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(report.ToJson());
            else
                AnsiConsole.Write(EvaluationTable.Create(report));
            return 0;
        }, cancellation));
        return command;
    }

    private static EvaluationReport Evaluate(
        ConversionSettings settings, ParseResult parsed, DataSet data, string imageFile, int[] classes, string labelFile,
        CancellationToken cancellation)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        ConversionOptions options = settings.Read(parsed);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AnalogNetwork analog = OnnxImporter.Import(model);
        if (classes.Max() is int largest && largest >= analog.OutputSize)
        {
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, labelFile,
                $"has the label {largest}, but the model has the outputs 0 to {analog.OutputSize - 1}; give the labels of this model's classes");
        }
        InputBatch calibration = settings.ReadCalibration(parsed, analog, options.Encoding, Console.Error.WriteLine);
        ConversionReport report = ModelConverter.Convert(analog, calibration, options, model, new ConsoleProgress(), cancellation);
        double conversionSeconds = watch.Elapsed.TotalSeconds;
        InputBatch inputs = InputBatchBuilder.Build(
            data, imageFile, report.Network.Input, settings.InputScale(parsed), settings.InputOffset(parsed));
        return Evaluator.Evaluate(analog, report, inputs, classes, conversionSeconds, options.Threads, cancellation);
    }
}
