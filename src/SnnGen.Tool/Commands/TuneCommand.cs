using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Import.Onnx;
using SnnGen.Tool.Evaluation;
using SnnGen.Tool.Tuning;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen tune MODEL --calibration FILE --labels FILE</c>: the settings of least operations that lose little.</summary>
internal sealed class TuneCommand
{
    private readonly ConversionSettings _settings = new();
    private readonly Option<string?> _labels = new("--labels") { Description = "Classes of the calibration inputs; without them a loss is a decision unlike the ANN's" };
    private readonly Option<double> _maxLoss = new("--max-loss") { DefaultValueFactory = _ => 0.5, Description = "Points of accuracy that may be lost" };
    private readonly Option<int> _judgeCount = new("--judge-count") { DefaultValueFactory = _ => 2000, Description = "Inputs after the calibration inputs, by which settings are judged" };
    private readonly Option<double> _minutes = new("--minutes") { Description = "Time for the search, 0 for no limit; the setting given is always judged" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object" };

    private TuneCommand()
    {
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var tune = new TuneCommand();
        var command = new Command("tune", "Searches time steps, size, weights and early exit for the fewest synaptic operations that lose little accuracy, from the setting given.")
        {
            tune._labels, tune._maxLoss, tune._judgeCount, tune._minutes, tune._json,
        };
        tune._settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            TuningReport report = tune.Search(parsed, cancellation);
            if (parsed.GetValue(tune._json))
            {
                Console.Out.WriteLine(report.ToJson());
                return 0;
            }
            TableOutput.Write(TuningTable.Create(report));
            // Not in the table, which breaks lines: it is to be pasted.
            Console.Out.WriteLine(report.Metadata);
            return 0;
        }, cancellation));
        return command;
    }

    private TuningReport Search(ParseResult parsed, CancellationToken cancellation)
    {
        string model = parsed.GetRequiredValue(_settings.Model);
        Require(!NirSettings.Apply(model), "tuning chooses how an ANN is converted, but a .nir network is a spiking one already; use snngen evaluate");
        double maxLoss = parsed.GetValue(_maxLoss), minutes = parsed.GetValue(_minutes);
        Require(maxLoss is >= 0 and <= 100, $"the largest loss must be 0 to 100 points, not {Text(maxLoss)}");
        Require(minutes is >= 0 and <= int.MaxValue / 60_000, $"the time must be at least 0 minutes, and at most {int.MaxValue / 60_000}, not {Text(minutes)}");
        Require(parsed.GetValue(_judgeCount) >= 1, "at least one input must be left to judge by");
        ConversionOptions options = _settings.Read(parsed);
        AnalogNetwork analog = OnnxImporter.Import(model);
        TuningData data = ReadData(parsed, analog, options);
        var judge = new CandidateJudge(analog, data, options, model);
        var search = new TuningSearch(new Candidate(options.TimeSteps, options.Keep, options.Weights), maxLoss, TuningRange.Around(options));
        using var time = new TimeLimit(minutes, cancellation);
        search.Run(candidate => time.Run(search.Candidates == 0, token =>
        {
            TuningPoint[] points = Judge(candidate, token);
            if (points.Length > 0)
                TuningProgress.Report(candidate, TuningChoice.Best(points, maxLoss));
            return points;
        }));
        TuningPoint chosen = TuningChoice.Best(search.Points, maxLoss);
        return new TuningReport(
            chosen.Accuracy + chosen.Loss / 100, maxLoss, data.HeldCount, search.Candidates, !time.IsUp, chosen.LosesAtMost(maxLoss),
            TuningChoice.Front(search.Points), chosen, TuningReport.Item(model.Replace('\\', '/'), chosen));

        TuningPoint[] Judge(Candidate candidate, CancellationToken token)
        {
            try
            {
                return judge.Judge(candidate, token);
            }
            catch (ConversionException) when (search.Candidates > 0)
            {
                // The user's setting can be had and this one cannot: it does not fit the chip, or its numbers.
                return [];
            }
        }

        void Require(bool condition, string problem)
        {
            if (!condition)
                throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model, problem);
        }
    }

    private TuningData ReadData(ParseResult parsed, AnalogNetwork analog, ConversionOptions options)
    {
        string file = _settings.CalibrationFile(parsed) ?? throw new ConversionException(
            DiagnosticDescriptors.InvalidSetting, parsed.GetRequiredValue(_settings.Model), "there is nothing to judge settings by; give --calibration");
        int count = _settings.CalibrationCount(parsed), judgeCount = parsed.GetValue(_judgeCount);
        long limit = (long)count + judgeCount;
        LabelledData all = LabelledData.Read(file, parsed.GetValue(_labels), (int)Math.Min(limit, int.MaxValue));
        if (all.Inputs.Count < 2)
            throw new ConversionException(DiagnosticDescriptors.DataMismatch, file, "has one sample, but some are needed to convert and others to judge; give more");
        all.RequireClassesBelow(analog.OutputSize);
        (DataSet first, LabelledData held) = TuningData.Split(all, count, judgeCount);
        InputBatch calibration = _settings.BuildCalibration(parsed, first, file, analog, options.Encoding);
        return new TuningData(calibration, held.Inputs.Count, encoder => InputBatchBuilder.Build(
            held.Inputs, file, encoder, _settings.InputScale(parsed), _settings.InputOffset(parsed)), held.Classes);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
