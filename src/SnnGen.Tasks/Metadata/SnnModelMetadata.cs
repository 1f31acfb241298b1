using static SnnGen.Tasks.Metadata.ValueRule;

namespace SnnGen.Tasks.Metadata;

/// <summary>
/// The one table of what an <c>SnnModel</c> item can say. The validation, the converter's command line and
/// docs/metadata.md follow from it.
/// </summary>
internal static class SnnModelMetadata
{
    public const string ClassName = "ClassName";
    public const string Namespace = "Namespace";
    public const string Visibility = "Visibility";
    public const string Profile = "Profile";
    public const string Calibration = "Calibration";
    public const string Labels = "Labels";
    public const string Chip = "Chip";
    public const string Neuron = "Neuron";
    public const string Leak = "Leak";
    public const string SynapticLeak = "SynapticLeak";
    public const string Exit = "Exit";
    public const string ExitMargin = "ExitMargin";
    public const string LeakForm = "LeakForm";
    public const string Weights = "Weights";
    public const string Variants = "Variants";
    public const string Report = "Report";
    public const string TestInputs = "TestInputs";
    public const string TestLabels = "TestLabels";
    public const string TestCount = "TestCount";

    /// <summary>The value of <see cref="Exit"/> that has a margin.</summary>
    public const string Confident = "Confident";
    /// <summary>The profile that a class has where none is given.</summary>
    public const string ModernProfile = "Modern";

    /// <summary>The metadata that only networks of NIR have.</summary>
    public static readonly string[] OnlyOfNir = ["Simulator", "Dt"];

    /// <summary>The number format in which networks of NIR come.</summary>
    public const string NirWeights = "Float32";

    /// <summary>Ending of networks that spike already.</summary>
    public const string NirExtension = ".nir";

    /// <summary>The converter's option of <c>ExportNir</c>.</summary>
    public const string ExportOption = "--export-nir";

    /// <summary>The converter's option of <see cref="Report"/>.</summary>
    public const string ReportOption = "--report";

    /// <summary>The metadata that only a report has.</summary>
    public static readonly string[] OfReport = [TestInputs, TestLabels, TestCount];

    /// <summary>The metadata of the class and of the spiking networks of NIR; all others would convert an ANN.</summary>
    public static readonly string[] OfNir =
    [
        ClassName, Namespace, Visibility, Profile, Calibration, "CalibrationCount", Labels, "TimeSteps", "Reset", "Encoding", "Readout", Weights, Variants, Chip, "ExportNir", Report, .. OfReport, "Seed", .. OnlyOfNir,
    ];

    /// <summary>The metadata that only some neurons have.</summary>
    public static readonly string[] Leaks = [Leak, SynapticLeak, LeakForm];

    private static readonly ValueRule s_weights = Choice(
        ("Float32", "float32"), ("Int8", "int8"), ("Int4", "int4"), ("Int3", "int3"), ("Int2", "int2"));

    /// <summary>Every metadata, in the order of the documentation and of the command line.</summary>
    public static IReadOnlyList<MetadataDefinition> All { get; } =
    [
        new(ClassName, null, "from the file name: `mnist.onnx` gives `MnistSnn`", Text("a C# identifier"), null,
            "Name of the generated class."),
        new(Namespace, null, "`$(RootNamespace)`", Text("a C# namespace"), null,
            "Namespace of the generated class."),
        new(Visibility, "public", "`public`", Choice(("public", "public"), ("internal", "internal")), null,
            "Accessibility of the generated class."),
        new(Profile, ModernProfile, "`Modern`", Choice((ModernProfile, ModernProfile), ("Portable", "Portable")), null,
            "Which C# the class is written in: C# 12 for .NET 8 or later, or C# 7.3 for .NET Standard 2.0 and small runtimes; see [portable.md](portable.md)."),
        new(Calibration, null, "none: synthetic inputs, with warning SNN1009", Text("a file, or a folder of PNG images"), "--calibration",
            "Example inputs from which activation ranges and the linear programs are made."),
        new("CalibrationCount", "1000", "`1000`", Integer(1, 10_000_000), "--calibration-count",
            "How many of the examples are used."),
        new("InputScale", null, "`1/255` for byte data, `1` for float data", Number("a number other than 0", v => v != 0), "--input-scale",
            "The model's input is the stored value times this, plus `InputOffset`."),
        new("InputOffset", null, "`0`", Number("a number", _ => true), "--input-offset",
            "Added to the scaled input."),
        new(Labels, null, "none", Text("a text file with one name a line, or a list separated by semicolons"), "--labels",
            "Names of the classes, in the order of the model's outputs."),
        new("TimeSteps", "8", "`8`", Integer(1, 65536), "--time-steps",
            "Steps of one inference: more are more accurate and slower. Of a `.nir` network 100 unless given."),
        new(Neuron, "IF", "`IF`", Choice(("IF", "if"), ("LIF", "lif"), ("CubaLIF", "cuba")), "--neuron",
            "The neuron model: integrate-and-fire, leaky integrate-and-fire, or current-based leaky integrate-and-fire, whose synaptic current has a leak of its own."),
        new(Leak, "0.9", "`0.9`", Number("a number between 0 and 1, both excluded", v => v > 0 && v < 1), "--leak",
            "Share of the membrane potential that a `LIF` or `CubaLIF` neuron keeps from step to step."),
        new(SynapticLeak, "0.5", "`0.5`", Number("a number between 0 and 1, both excluded", v => v > 0 && v < 1), "--synaptic-leak",
            "Share of the synaptic current that a `CubaLIF` neuron keeps from step to step."),
        new(LeakForm, "Mantissa", "`Mantissa`", Choice(("Mantissa", "mantissa"), ("Shift", "shift")), "--leak-form",
            "How leaks are computed in fixed point: by a factor of 12 bits, or by a right shift, which rounds them to 1 − 2⁻ᵏ. A chip that only shifts does so in any case."),
        new("Refractory", "0", "`0`", Integer(0, 65535), "--refractory",
            "Steps in which a neuron rests after a spike; fewer than `TimeSteps`."),
        new("Reset", "Subtract", "`Subtract`", Choice(("Subtract", "subtract"), ("Zero", "zero")), "--reset",
            "What a spike does to the membrane potential: the threshold is subtracted, or it becomes zero."),
        new("Encoding", "Current", "`Current`", Choice(("Current", "current"), ("Rate", "rate"), ("Poisson", "poisson"), ("Latency", "latency"), ("Events", "events")), "--encoding",
            "How the input enters the first layer: as a constant current, as an even spike rate, as random spikes of that rate, as one spike the earlier the stronger, or as spikes that the app supplies."),
        new("Readout", "Potential", "`Potential`", Choice(("Potential", "potential"), ("SpikeCount", "count"), ("FirstSpike", "first")), "--readout",
            "How the outputs decide: by the largest membrane potential, by most spikes, or by the first spike."),
        new(Exit, "Never", "`Never`", Choice(("Never", "never"), ("Exact", "exact"), (Confident, "confident")), "--exit",
            "When an inference ends before its last step: when nothing can change the decision any more, or when the decision leads by `ExitMargin`; see [tune.md](tune.md#early-exits)."),
        new(ExitMargin, "10", "`10`", Number("a number above 0", v => v > 0), "--exit-margin",
            "Lead over the runner-up that ends an inference with `Confident`, in units of the model's outputs and summed over the steps: 10 is a lead of 10 after one step, or of 5 after two."),
        new(Weights, "Int8", "`Int8`", s_weights, "--weights",
            "The number format of weights and potentials; of a `.nir` network `Float32` unless another is given."),
        new(Variants, null, "none", ListOf(s_weights), null,
            "Several number formats of one model instead of `Weights`: the first gets the class name, each other one the class name and its format, as in `MnistSnnFloat32`."),
        new("Objective", "LeastAbsolute", "`LeastAbsolute`", Choice(("LeastAbsolute", "l1"), ("LeastSquares", "l2"), ("MinMax", "linf"), ("None", "none")), "--objective",
            "What each layer's optimisation minimises; `None` only normalises the weights."),
        new("Keep", "1", "`1`", Number("a number above 0 and not above 1", v => v > 0 && v <= 1), "--keep",
            "Share of its neurons, or channels, that each hidden layer keeps; the rest is pruned and the layer after it fitted anew."),
        new("LayerSizes", null, "none", Integers(1, 1 << 24), "--layer-sizes",
            "Neurons, or channels, that each hidden layer keeps, instead of `Keep`."),
        new(Chip, null, "none", Text("the name of a chip, or a profile's `.json` file"), "--chip",
            "The chip that the network must fit; see [chips.md](chips.md)."),
        new("Simulator", null, "`Nir`: the equations by forward Euler", Choice(("Nir", "nir"), ("SnnTorch", "snntorch"), ("Norse", "norse"), ("SpiNNaker2", "spinnaker2"), ("SpikingJelly", "spikingjelly"), ("Lava", "lava"), ("Sinabs", "sinabs"), ("Rockpool", "rockpool"), ("Nengo", "nengo"), ("Spyx", "spyx")), "--simulator",
            "Of a `.nir` network: whose steps of time it takes; see [nir.md](nir.md#conventions)."),
        new("Dt", null, "the simulator's own", Number("a number above 0", v => v > 0), "--dt",
            "Of a `.nir` network: seconds of a time step; 1 where its time constants are in steps."),
        new("ExportNir", null, "`false`", Choice(("false", "false"), ("true", "true")), ExportOption,
            "Whether the network is also written as a `.nir` file, beside the `.snn.json` in `obj/snngen`; see [nir.md](nir.md#export)."),
        new(Report, null, "`false`", Choice(("false", "false"), ("true", "true")), ReportOption,
            "Whether a page about the network is also written, as `.html` beside the `.snn.json` in `obj/snngen`; see [report.md](report.md)."),
        new(TestInputs, null, "the calibration inputs", Text("a file, or a folder of PNG images"), "--test-inputs",
            "Inputs that the report measures the network on."),
        new(TestLabels, null, "none", Text("a file of class numbers"), "--test-labels",
            "Their classes: with them the report has accuracies."),
        new(TestCount, null, "`1000`", Integer(0, int.MaxValue), "--test-count",
            "How many of them are used; 0 for all."),
        new("WeightBound", null, "none", Number("a number above 0", v => v > 0), "--weight-bound",
            "Largest weight of a hidden layer, in thresholds."),
        new("WeightSign", "Any", "`Any`", Choice(("Any", "any"), ("NonNegative", "nonnegative")), "--weight-sign",
            "Whether weights may be negative."),
        new("WeightScale", "PerNeuron", "`PerNeuron`", Choice(("PerNeuron", "neuron"), ("PerLayer", "layer")), "--weight-scale",
            "Whether each neuron, or channel, has a scale of its integer weights of its own, or its layer has one."),
        new("FanIn", "0", "`0`", Integer(0, int.MaxValue), "--fan-in",
            "Most synapses of a neuron, or of a kernel; 0 is no limit. The strongest stay and are fitted anew."),
        new("Sparsity", "0", "`0`", Number("a number, at least 0", v => v >= 0), "--sparsity",
            "Price of a weight's magnitude: more makes more weights zero. 0.05 is a little."),
        new("Seed", "0", "`0`", Integer(0, int.MaxValue), "--seed",
            "Seed of everything random in the conversion."),
    ];

    /// <summary>Whether a neuron model, as the project or the command line spells it, has the given leak.</summary>
    public static bool HasLeak(string neuron, string leak) => neuron.ToUpperInvariant() switch
    {
        "LIF" => leak != SynapticLeak,
        "CUBALIF" or "CUBA" => true,
        _ => false,
    };

    /// <summary>The definition of <paramref name="name"/>, in any case, or null.</summary>
    public static MetadataDefinition? Find(string name) =>
        All.FirstOrDefault(definition => definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
