using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Data;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Spiking;

namespace SnnGen.Tool.Commands;

/// <summary>The model argument and the options that all conversions share, as declared and as read.</summary>
internal sealed class ConversionSettings
{
    private readonly Option<string?> _calibration = new("--calibration") { Description = "Calibration inputs: .npy, .npz, IDX or CSV, also gzipped, or a folder of PNG images" };
    private readonly Option<int> _calibrationCount = new("--calibration-count") { DefaultValueFactory = _ => 1000, Description = "Calibration inputs to use" };
    private readonly Option<int> _timeSteps = new("--time-steps") { DefaultValueFactory = _ => 8, Description = "T, time steps of one inference" };
    private readonly NeuronOptions _neuron = new();
    private readonly Option<string> _encoding = Choice.Option("--encoding", "current", "Input encoding", "current", "rate", "poisson", "latency", "events");
    private readonly Option<string> _readout = Choice.Option("--readout", "potential", "How the outputs decide", "potential", "count", "first");
    private readonly ExitOptions _exit = new();
    private readonly Option<double?> _inputScale = new("--input-scale") { Description = "s in x = value · s + o [1/255 for bytes, else 1]" };
    private readonly Option<double> _inputOffset = new("--input-offset") { Description = "o in x = value · s + o" };
    private readonly Option<string> _weights = Choice.Option("--weights", "int8", "Weight format", "float32", "int8", "int4", "int3", "int2");
    private readonly Option<string> _objective = Choice.Option("--objective", "l1", "What each layer's program minimises", "l1", "l2", "linf", "none");
    private readonly Option<string> _keep = new("--keep") { DefaultValueFactory = _ => "1", Description = "Share of the channels that each hidden layer keeps, above 0 to 1; of evaluate also several, as in 1,0.5,0.25" };
    private readonly Option<string?> _layerSizes = new("--layer-sizes") { Description = "Channels of each hidden layer, as in 64,32" };
    private readonly SynapseOptions _synapses = new();
    private readonly Option<string?> _chip = new("--chip") { Description = "The chip to fit: a name, or a profile's .json file" };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed of synthetic calibration inputs and of Poisson input" };
    private readonly Option<string> _simulator = Choice.Option("--simulator", NirConventions.Nir.Name, "Whose steps of time a .nir network takes", [.. NirConventions.Names]);
    private readonly Option<double> _dt = new("--dt") { Description = "Seconds of a step of a .nir network [the simulator's own]" };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads, 0 for all cores; the result does not depend on it" };

    public Argument<string> Model { get; } = new("model") { Description = "The .onnx model, or the .nir network" };

    /// <summary>Declares the argument and the options on <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(Model);
        Option[] options =
        [
            _calibration, _calibrationCount, _timeSteps, .. _neuron.All, _encoding, _readout, .. _exit.All, _inputScale, _inputOffset,
            _weights, _objective, _keep, _layerSizes, .. _synapses.All, _chip, _simulator, _dt, _seed, _threads,
        ];
        foreach (Option option in options)
            command.Add(option);
    }

    /// <summary>The calibration file, or null.</summary>
    public string? CalibrationFile(ParseResult parsed) => parsed.GetValue(_calibration) is { Length: > 0 } file ? file : null;

    /// <summary>The chip, a name or a file, or null.</summary>
    public string? Chip(ParseResult parsed) => parsed.GetValue(_chip) is { Length: > 0 } chip ? chip : null;

    /// <summary>Files that the result depends on besides the model.</summary>
    public IEnumerable<string> Files(ParseResult parsed)
    {
        string[] calibration = CalibrationFile(parsed) is not { } file ? [] : Directory.Exists(file) ? [.. ImageFolderReader.Files(file)] : [file];
        return Chip(parsed) is { } chip && ChipCatalog.IsFile(chip) ? [.. calibration, chip] : calibration;
    }

    /// <summary>Model units per data unit, or null for the default of the data's type.</summary>
    public double? InputScale(ParseResult parsed) => parsed.GetValue(_inputScale);

    /// <summary>Model units at data value 0.</summary>
    public double InputOffset(ParseResult parsed) => parsed.GetValue(_inputOffset);

    /// <summary>The shares of the channels to keep: one, or the points of a curve.</summary>
    /// <exception cref="ConversionException">A share is out of range.</exception>
    public double[] KeepValues(ParseResult parsed)
    {
        string text = parsed.GetValue(_keep)!;
        return [.. text.Split([',', ';'], StringSplitOptions.TrimEntries).Select(part =>
            ParseShare(part) ?? throw new ConversionException(
                    DiagnosticDescriptors.InvalidSetting, parsed.GetRequiredValue(Model), $"keep must lie above 0 and not above 1, not '{text}'"))];
    }

    /// <summary>Checks how many inputs are to be taken.</summary>
    /// <exception cref="ConversionException">It is negative.</exception>
    internal static void RequireLimit(int limit, string model)
    {
        if (limit < 0)
        {
            throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model,
                $"limit must not be negative, but is {limit.ToString(CultureInfo.InvariantCulture)}; 0 takes all inputs");
        }
    }

    /// <summary>A share above 0 and not above 1, or null where the text is none.</summary>
    internal static double? ParseShare(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 1 ? share : null;

    /// <summary>The conversion options, checked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="share">A share to keep instead of the one that is given.</param>
    /// <exception cref="ConversionException">A setting is out of range.</exception>
    public ConversionOptions Read(ParseResult parsed, double? share = null)
    {
        string model = parsed.GetRequiredValue(Model);
        int timeSteps = parsed.GetValue(_timeSteps);
        foreach (Option option in new Option[] { _simulator, _dt })
            Require(parsed.GetResult(option) is null or { Implicit: true }, $"{option.Name} is of .nir networks, not of this model; remove it");
        Require(timeSteps is >= 1 and <= 65536, $"time steps must be 1 to 65536, not {timeSteps}");
        Require(parsed.GetValue(_calibrationCount) >= 1, "calibration count must be at least 1");
        Require(InputScale(parsed) is null or (not 0 and > double.NegativeInfinity and < double.PositiveInfinity), "input scale must be finite and not zero");
        Require(double.IsFinite(InputOffset(parsed)), "input offset must be finite");
        Require(parsed.GetValue(_seed) >= 0, $"the seed must not be negative, but is {parsed.GetValue(_seed).ToString(CultureInfo.InvariantCulture)}");
        double[] keep = share is { } one ? [one] : KeepValues(parsed);
        Require(keep.Length == 1, "keep must be one number here");
        int threads = parsed.GetValue(_threads);
        (ExitRule exit, double exitMargin) = _exit.Read(parsed, Require);
        return new ConversionOptions
        {
            TimeSteps = timeSteps,
            Neuron = _neuron.Read(parsed, timeSteps, Require),
            Encoding = Enum.Parse<InputEncoding>(parsed.GetValue(_encoding)!, ignoreCase: true),
            Readout = Enum.Parse<Readout>(parsed.GetValue(_readout)!, ignoreCase: true),
            Exit = exit,
            ExitMargin = exitMargin,
            Weights = Enum.Parse<WeightFormat>(parsed.GetValue(_weights)!, ignoreCase: true),
            Objective = parsed.GetValue(_objective) switch
            {
                "none" => LayerObjective.None,
                "l2" => LayerObjective.LeastSquares,
                "linf" => LayerObjective.MinMax,
                _ => LayerObjective.LeastAbsolute,
            },
            Keep = keep[0],
            LayerSizes = LayerSizes(parsed, model),
            Constraints = _synapses.Read(parsed, Require),
            Chip = Chip(parsed) is { } chip ? ChipCatalog.Find(chip) : null,
            Threads = threads > 0 ? threads : Environment.ProcessorCount,
        };

        void Require(bool condition, string problem)
        {
            if (!condition)
                throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model, problem);
        }
    }

    /// <summary>Calibration inputs: the file's, or synthetic ones with a warning given to <paramref name="warn"/>.</summary>
    public InputBatch ReadCalibration(
        ParseResult parsed, AnalogNetwork analog, InputEncoding encoding, Action<ConversionDiagnostic> warn)
    {
        string model = parsed.GetRequiredValue(Model);
        int count = parsed.GetValue(_calibrationCount);
        string? file = CalibrationFile(parsed);
        if (file is null)
        {
            warn(new ConversionDiagnostic(DiagnosticDescriptors.CalibrationMissing, model,
                "no calibration data: synthetic inputs are used; for full accuracy give 1,000 typical inputs (Calibration=\"...\", --calibration)"));
        }
        DataSet data = file is null
            ? SyntheticInputs.Create(analog.InputShape, count, parsed.GetValue(_seed))
            : DataReader.Read(file, count);
        return BuildCalibration(parsed, data, file ?? model, analog, encoding);
    }

    /// <summary>How many calibration inputs a conversion uses.</summary>
    public int CalibrationCount(ParseResult parsed) => parsed.GetValue(_calibrationCount);

    /// <summary>Calibration inputs from <paramref name="data"/>, which come from <paramref name="file"/>.</summary>
    public InputBatch BuildCalibration(ParseResult parsed, DataSet data, string file, AnalogNetwork analog, InputEncoding encoding)
    {
        InputBatch inputs = InputBatchBuilder.Build(
            data, file, analog.InputShape, encoding, InputScale(parsed), InputOffset(parsed));
        return encoding == InputEncoding.Poisson ? inputs with { Encoder = inputs.Encoder with { Seed = parsed.GetValue(_seed) } } : inputs;
    }

    /// <summary>All settings that the result depends on, in one text without paths.</summary>
    public string Normalised(ParseResult parsed)
    {
        ConversionOptions options = Read(parsed) with { Threads = 0, LayerSizes = [], Chip = null };
        return string.Create(CultureInfo.InvariantCulture,
            $"{options} sizes {parsed.GetValue(_layerSizes)} chip {(Chip(parsed) is { } chip && !ChipCatalog.IsFile(chip) ? chip : "")} calibration {CalibrationFile(parsed) is not null} {parsed.GetValue(_calibrationCount)} scale {InputScale(parsed)} offset {InputOffset(parsed)} seed {parsed.GetValue(_seed)}");
    }

    private ImmutableArray<int> LayerSizes(ParseResult parsed, string model)
    {
        if (parsed.GetValue(_layerSizes) is not { Length: > 0 } text)
            return [];
        var sizes = ImmutableArray.CreateBuilder<int>();
        foreach (string part in text.Split([',', ';'], StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size < 1)
                throw new ConversionException(DiagnosticDescriptors.InvalidSetting, model, $"layer sizes must be positive integers, as in 64,32, not '{text}'");
            sizes.Add(size);
        }
        return sizes.ToImmutable();
    }
}
