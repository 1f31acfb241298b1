using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Caching;
using SnnGen.Tool.Reporting.Building;
using SnnGen.Tool.Reporting.Page;

namespace SnnGen.Tool.Commands;

/// <summary><c>snngen report MODEL --output FILE</c>: all that is known of a conversion, as one HTML page.</summary>
internal static class ReportCommand
{
    private const string Automatic = "auto", None = "none";
    private const int Limit = 1000;

    private static readonly double[] s_keep = [1, 0.75, 0.5, 0.25];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new ConversionSettings();
        var output = new Option<string>("--output") { Required = true, Description = "The .html file to write" };
        var images = new Option<string?>("--images") { Description = "Test inputs [the calibration inputs]" };
        var labels = new Option<string?>("--labels") { Description = "Their classes, if it classifies" };
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => Limit, Description = "Only the first N inputs, 0 for all" };
        var names = new Option<string?>("--class-names") { Description = "Class names: a text file, one a line, or a list separated by semicolons" };
        var timeCurve = new Option<string>("--time-curve") { DefaultValueFactory = _ => Automatic, Description = "Time steps of the points of a curve, as in 2,4,8, or none" };
        var keepCurve = new Option<string>("--keep-curve") { DefaultValueFactory = _ => Automatic, Description = "Shares to keep of the points of a pruning curve, as in 1,0.5, or none" };
        var command = new Command("report", "Converts a model and writes one self-contained HTML page about it.") { output, images, labels, limit, names, timeCurve, keepCurve };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string model = parsed.GetRequiredValue(settings.Model);
            ConvertedModel converted = ModelConversion.Run(settings, parsed, LabelList.Read(parsed.GetValue(names)), cancellation, recordsWeights: true);
            foreach (ConversionDiagnostic warning in converted.Warnings)
                Console.Error.WriteLine(warning);
            var options = new ReportOptions(parsed.GetValue(images), parsed.GetValue(labels), parsed.GetValue(limit))
            {
                TimeSteps = TimeSteps(parsed.GetValue(timeCurve)!, converted, model),
                Keep = Keep(parsed.GetValue(keepCurve)!, converted, model),
            };
            Write(converted, settings, parsed, options, parsed.GetRequiredValue(output), cancellation);
            return 0;
        }, cancellation));
        return command;
    }

    /// <summary>Measures a converted model and writes the page.</summary>
    internal static void Write(
        ConvertedModel converted, ConversionSettings settings, ParseResult parsed, ReportOptions options, string output, CancellationToken cancellation)
    {
        string model = parsed.GetRequiredValue(settings.Model);
        ConversionSettings.RequireLimit(options.Limit, model);
        if (options is { Labels: not null, Inputs: null })
            throw Invalid(model, "labels are given without inputs; give the inputs they belong to");
        AtomicFile.Write(output, ReportPage.Write(ReportBuilder.Build(converted, settings, parsed, options, cancellation)));
    }

    // A quarter, a half, the whole and the double of T.
    private static int[] TimeSteps(string text, ConvertedModel converted, string model)
    {
        if (text == None || (text == Automatic && converted is not ConvertedAnalog { Options.Chip: null }))
            return [];
        RequireAnalog(converted, model, "--time-curve");
        int own = ((ConvertedAnalog)converted).Options.TimeSteps, least = ((ConvertedAnalog)converted).Options.Neuron.Refractory + 1;
        return text == Automatic
            ? [.. new[] { own / 4, own / 2, own, own * 2 }.Where(steps => steps >= least).Distinct()]
            : [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int steps) && steps >= 1
                ? steps
                : throw Invalid(model, $"--time-curve is a list of time steps, as in 2,4,8, not '{text}'"))];
    }

    private static double[] Keep(string text, ConvertedModel converted, string model)
    {
        if (text == None || (text == Automatic && converted is not ConvertedAnalog { Options: { Chip: null, LayerSizes.Length: 0 }, Analog.Layers.Length: > 1 }))
            return [];
        RequireAnalog(converted, model, "--keep-curve");
        return text == Automatic
            ? s_keep
            : [.. text.Split(',').Select(part => ConversionSettings.ParseShare(part)
                ?? throw Invalid(model, $"--keep-curve is a list of shares above 0 and not above 1, as in 1,0.5, not '{text}'"))];
    }

    private static void RequireAnalog(ConvertedModel converted, string model, string option)
    {
        if (converted is not ConvertedAnalog)
            throw Invalid(model, $"{option} would convert an ANN several times, but a .nir network is a spiking one already; remove it");
    }

    private static ConversionException Invalid(string model, string problem) => new(DiagnosticDescriptors.InvalidSetting, model, problem);
}
