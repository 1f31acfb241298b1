using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SnnGen.Conversion;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Conversion.Nir.Import;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Tool.Commands;

/// <summary>The options of a conversion as they are read for a .nir network, which is a spiking one already.</summary>
internal static class NirSettings
{
    private const string Extension = ".nir";

    private static readonly string[] s_options =
    [
        "--calibration", "--calibration-count", "--time-steps", "--reset", "--encoding", "--readout", "--weights", "--chip", "--simulator", "--dt", "--seed", "--threads",
        "--output", "--cache", "--labels", "--shape-only", "--export-nir", "--images", "--limit", "--json", "--format", "--target", "--target-dt",
        "--class-names", "--time-curve", "--keep-curve", BuildReport.ReportOption, BuildReport.InputsOption, BuildReport.LabelsOption, BuildReport.CountOption,
    ];

    /// <summary>Whether a model is such a network.</summary>
    public static bool Apply(string model) => model.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The options, checked. What is not given is as the network and its simulator have it.</summary>
    /// <exception cref="ConversionException">A setting is out of range, or does not apply to such a network.</exception>
    public static NirConversionOptions Read(ParseResult parsed, string model)
    {
        HashSet<string> given = [.. parsed.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).Select(option => option.Option.Name)];
        string[] foreign = [.. given.Except(s_options).Order(StringComparer.Ordinal)];
        Require(foreign.Length == 0, $"{string.Join(", ", foreign)} would convert an ANN, but a .nir network is a spiking one already; remove it");
        int timeSteps = given.Contains("--time-steps") ? parsed.GetValue<int>("--time-steps") : new NirImportOptions().TimeSteps;
        Require(timeSteps is >= 1 and <= 65536, $"time steps must be 1 to 65536, not {timeSteps}");
        Require(parsed.GetValue<int>("--calibration-count") >= 1, "calibration count must be at least 1");
        InputEncoding encoding = given.Contains("--encoding") ? Enum.Parse<InputEncoding>(parsed.GetValue<string>("--encoding")!, ignoreCase: true) : InputEncoding.Events;
        Require(encoding is InputEncoding.Events or InputEncoding.Current, "the input of a .nir network is spikes (Encoding Events) or values (Encoding Current)");
        double dt = parsed.GetValue<double>("--dt");
        Require(!given.Contains("--dt") || (dt > 0 && double.IsFinite(dt)), $"dt must be above 0 s and finite, not {dt.ToString(CultureInfo.InvariantCulture)}");
        int threads = parsed.GetValue<int>("--threads");
        return new NirConversionOptions
        {
            Import = new NirImportOptions
            {
                Convention = NirConventions.Find(parsed.GetValue<string>("--simulator")!, model),
                Dt = given.Contains("--dt") ? dt : null,
                Reset = !given.Contains("--reset") ? null : parsed.GetValue<string>("--reset") == "zero" ? ResetMode.Zero : ResetMode.Subtract,
                TimeSteps = timeSteps,
                Encoding = encoding,
                Readout = given.Contains("--readout") ? Enum.Parse<Readout>(parsed.GetValue<string>("--readout")!, ignoreCase: true) : null,
            },
            Weights = given.Contains("--weights") ? Enum.Parse<WeightFormat>(parsed.GetValue<string>("--weights")!, ignoreCase: true) : WeightFormat.Float32,
            Chip = parsed.GetValue<string?>("--chip") is { Length: > 0 } chip ? ChipCatalog.Find(chip) : null,
            Threads = threads > 0 ? threads : Environment.ProcessorCount,
        };

        void Require(bool condition, string problem)
        {
            if (!condition)
                throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model, problem);
        }
    }

    /// <summary>Spikes for the calibration: the file's, or synthetic ones with a warning given to <paramref name="warn"/>.</summary>
    public static SpikeInputs ReadCalibration(ParseResult parsed, SpikingNetwork network, string model, Action<ConversionDiagnostic> warn)
    {
        if (parsed.GetValue<string?>("--calibration") is { Length: > 0 } file)
            return SpikeInputs.Of(DataReader.Read(file, parsed.GetValue<int>("--calibration-count")), file, network);
        warn(new ConversionDiagnostic(DiagnosticDescriptors.CalibrationMissing, model,
            "no calibration data: random spikes are used; for the best integers give typical ones, of shape (samples, steps, inputs) (Calibration=\"...\", --calibration)"));
        return SpikeInputs.Synthetic(network, parsed.GetValue<int>("--seed"));
    }

    /// <summary>All settings that the result depends on, in one text without paths.</summary>
    public static string Normalised(ParseResult parsed, string model)
    {
        NirConversionOptions options = Read(parsed, model) with { Threads = 0 };
        string chip = options.Chip?.Name ?? "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{options with { Chip = null }} chip {chip} calibration {parsed.GetValue<string?>("--calibration") is { Length: > 0 }} {parsed.GetValue<int>("--calibration-count")} seed {parsed.GetValue<int>("--seed")}");
    }
}
