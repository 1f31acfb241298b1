using System.Text;
using Microsoft.Build.Framework;
using SnnGen.Tasks.Incremental;
using SnnGen.Tasks.Models;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Tasks.Tests;

public sealed class ResolveSnnModelsTests : IDisposable
{
    private readonly ProjectOnDisk _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("F#")]
    [InlineData("VB")]
    public void Refuses_projects_of_other_languages_once(string language)
    {
        _project.Language = language;
        Assert.Empty(_project.Resolve(_project.Item("mnist.onnx"), _project.Item("other.onnx")));

        Assert.Equal("SNN1028", Assert.Single(_project.Engine.Errors).Code);
        _project.Engine.Errors.Clear();
        Assert.Empty(_project.ResolveInDesignTime(_project.Item("mnist.onnx")));
    }

    [Fact]
    public void Fills_in_the_defaults_of_a_bare_item()
    {
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx"))));

        Assert.Equal("MnistSnn", network.ClassName);
        Assert.Equal("My.App", network.Namespace);
        Assert.Equal(("public", "Modern"), (network.Visibility, network.Profile));
        Assert.Equal("mnist.onnx", network.ModelPath);
        Assert.Equal(
            "--calibration-count 1000 --time-steps 8 --neuron if --refractory 0 --reset subtract --encoding current --readout potential --exit never --objective l1 --keep 1 --weight-sign any --weight-scale neuron --fan-in 0 --sparsity 0 --seed 0 --weights int8",
            string.Join(" ", network.Arguments));
        Assert.Equal([_project.PathOf("mnist.onnx"), _project.PathOf("snngen.dll")], network.Inputs);
        Assert.Equal("there is no earlier result", network.Reason);
        Assert.Matches(@"^mnist\.[0-9a-f]{12}\.snn\.json$", Path.GetFileName(network.Output));
        Assert.Equal(_project.PathOf("obj/snngen"), Path.GetDirectoryName(network.Output));
    }

    [Fact]
    public void Takes_values_of_several_lines_as_one()
    {
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx", ("Labels", "\n  cat;\r\n  dog\n--cache\n/tmp\n")))));

        Assert.Equal("cat;    dog --cache /tmp", network.Arguments[network.Arguments.ToList().IndexOf("--labels") + 1]);
    }

    [Theory]
    [InlineData("a\n[*.cs]\ndotnet_diagnostic.CA5350.severity = none\n.onnx")]
    [InlineData("a\nfoo.cs(1,1): error CS0001: forged.onnx")]
    public void Refuses_a_file_whose_name_is_of_several_lines(string name)
    {
        Assert.Empty(_project.Resolve(_project.Item(name)));

        string message = Assert.Single(_project.Engine.Errors, error => error.Code == "SNN1020").Message!;
        Assert.Contains(@"has control characters", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Names_files_of_the_build_so_that_any_system_can_hold_them()
    {
        string name = string.Concat(Enumerable.Repeat("層", 80));
        _project.Write($"{name}.onnx", "");
        string output = Path.GetFileName(NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item($"{name}.onnx")))).Output);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(ConversionRecord.PathFor(output)) + ".0123456789abcdef0123456789abcdef.tmp".Length, 1, 255);
    }

    [Fact]
    public void Passes_every_setting_on_in_the_converters_spelling()
    {
        _project.Write("calibration.npy", "");
        ITaskItem item = _project.Item(
            "mnist.onnx", ("Calibration", "calibration.npy"), ("CalibrationCount", "50"), ("InputScale", "0.50"), ("InputOffset", "-1"),
            ("Labels", "a b;c"), ("TimeSteps", "4"), ("Neuron", "lif"), ("Leak", ".75"), ("LeakForm", "Shift"), ("Reset", "Zero"), ("Encoding", "Rate"), ("Readout", "firstspike"), ("Exit", "confident"), ("ExitMargin", "2.50"),
            ("Weights", "float32"), ("Objective", "LeastSquares"), ("Keep", "0.5"), ("LayerSizes", "64; 32"), ("Chip", "loihi"), ("WeightBound", "0.5"), ("WeightSign", "nonnegative"), ("WeightScale", "PerLayer"), ("FanIn", "100"), ("Sparsity", "0.05"), ("Seed", "7"), ("Visibility", "Internal"), ("Namespace", "Other"), ("ClassName", "Reader"));

        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(item)));

        string[] expected =
        [
            "--calibration", "calibration.npy", "--calibration-count", "50", "--input-scale", "0.5", "--input-offset", "-1",
            "--labels", "a b;c", "--time-steps", "4", "--neuron", "lif", "--leak", "0.75", "--leak-form", "shift", "--refractory", "0", "--reset", "zero", "--encoding", "rate", "--readout", "first", "--exit", "confident", "--exit-margin", "2.5",
            "--objective", "l2", "--keep", "0.5", "--layer-sizes", "64,32", "--chip", "loihi", "--weight-bound", "0.5", "--weight-sign", "nonnegative", "--weight-scale", "layer", "--fan-in", "100", "--sparsity", "0.05", "--seed", "7", "--weights", "float32",
        ];
        Assert.Equal(expected, network.Arguments);
        Assert.Contains(_project.PathOf("calibration.npy"), network.Inputs);
        Assert.Equal(("Reader", "Other", "internal"), (network.ClassName, network.Namespace, network.Visibility));
    }

    [Fact]
    public void A_network_of_NIR_is_passed_on_as_it_is()
    {
        _project.Write("braille.nir", "");
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("braille.nir"))));

        Assert.Equal("BrailleSnn", network.ClassName);
        Assert.Equal("--weights float32", string.Join(" ", network.Arguments));
    }

    [Theory]
    [InlineData("ExportNir", "true", ".nir", true)]
    [InlineData("ExportNir", "false", ".nir", false)]
    [InlineData("Report", "True", ".html", true)]
    [InlineData("Report", "false", ".html", false)]
    public void What_is_written_beside_the_network_is_made_again_when_it_is_missing(string metadata, string value, string extension, bool isMade)
    {
        ITaskItem Item() => _project.Item("mnist.onnx", (metadata, value));
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(Item())));
        string export = network.Output.Replace(".snn.json", extension);
        _project.Write(network.Output, "network");
        _project.Write(export, "graph");
        ConversionRecord.Write([network.Output, .. ModelVariant.Companions(network.Output, network.Arguments)], ConversionRecord.Snapshot(network.Inputs, new FileStates()), []);
        Assert.Equal("", Reason());

        File.Delete(export);
        Assert.Equal(isMade ? $"'{export}' is missing" : "", Reason());

        string Reason() => NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(Item()))).Reason;
    }

    [Fact]
    public void A_network_of_NIR_has_settings_of_its_own()
    {
        _project.Write("braille.nir", "");
        ITaskItem item = _project.Item(
            "braille.nir", ("TimeSteps", "256"), ("Simulator", "SnnTorch"), ("Dt", "0.0001"), ("Reset", "subtract"), ("Weights", "Int8"), ("Readout", "FirstSpike"));

        Assert.Equal(
            "--time-steps 256 --reset subtract --readout first --simulator snntorch --dt 0.0001 --weights int8",
            string.Join(" ", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(item))).Arguments));
    }

    [Theory]
    [InlineData("braille.nir", "Keep", "0.5", "Keep would convert an ANN, but a .nir network is a spiking one already; remove Keep")]
    [InlineData("braille.nir", "Neuron", "LIF", "Neuron would convert an ANN")]
    [InlineData("mnist.onnx", "Simulator", "Lava", "Simulator is of .nir networks, not of this model; remove Simulator")]
    [InlineData("mnist.onnx", "TestLabels", "labels.npy", "TestLabels is given, but no report is asked for; add Report=\"true\" or remove TestLabels")]
    [InlineData("mnist.onnx", "TestLabels", "labels.npy", "not the inputs they belong to; add TestInputs or remove TestLabels")]
    [InlineData("braille.nir", "TestCount", "10", "TestCount is given, but no report is asked for")]
    [InlineData("braille.nir", "Dt", "0", "Dt=\"0\" is not allowed; it must be a number above 0")]
    public void A_setting_of_the_other_kind_of_model_is_an_error(string model, string name, string value, string message)
    {
        Assert.Empty(_project.Resolve(_project.Item(model, (name, value))));
        Assert.Contains(_project.Engine.Errors, error => error.Message!.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Exact")]
    [InlineData(null)]
    public void A_margin_without_an_exit_that_has_one_is_an_error(string? exit)
    {
        Assert.Empty(_project.Resolve(exit is null
            ? _project.Item("mnist.onnx", ("ExitMargin", "2"))
            : _project.Item("mnist.onnx", ("Exit", exit), ("ExitMargin", "2"))));
        Assert.Contains("ExitMargin is given, but the exit has none", Assert.Single(_project.Engine.Errors).Message);
    }

    [Fact]
    public void The_two_profiles_of_a_model_are_items_of_their_own()
    {
        ITaskItem[] items = [_project.Item("mnist.onnx"), _project.Item("mnist.onnx", ("Profile", "portable"), ("ClassName", "Small"))];

        NetworkItem[] networks = [.. _project.Resolve(items).Select(NetworkItem.FromTaskItem)];

        Assert.Equal(["Modern", "Portable"], networks.Select(network => network.Profile));
        Assert.NotEqual(networks[0].Output, networks[1].Output);
        Assert.Equal(networks[0].Arguments, networks[1].Arguments);
    }

    [Fact]
    public void Every_image_of_a_calibration_folder_is_an_input()
    {
        _project.Write("images/b.png", "");
        _project.Write("images/a.png", "");
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx", ("Calibration", "images")))));
        Assert.Contains(_project.PathOf("images/a.png"), network.Inputs);
        Assert.Contains(_project.PathOf("images/b.png"), network.Inputs);
    }

    [Fact]
    public void A_chip_of_its_own_is_a_file_that_the_result_depends_on()
    {
        _project.Write("array.json", "{}");
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx", ("Chip", "array.json")))));
        Assert.Contains(_project.PathOf("array.json"), network.Inputs);

        Assert.Empty(_project.Resolve(_project.Item("mnist.onnx", ("Chip", "missing.json"))));
        Assert.Equal("SNN1021", Assert.Single(_project.Engine.Errors).Code);
    }

    [Fact]
    public void A_neuron_with_a_synapse_has_both_leaks()
    {
        string arguments = string.Join(" ", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(
            _project.Item("mnist.onnx", ("Neuron", "CubaLIF"), ("SynapticLeak", "0.25"))))).Arguments);
        Assert.Contains("--neuron cuba --leak 0.9 --synaptic-leak 0.25 --leak-form mantissa --refractory 0", arguments);

        Assert.Empty(_project.Resolve(_project.Item("mnist.onnx", ("Neuron", "LIF"), ("SynapticLeak", "0.25"))));
        Assert.Contains("SynapticLeak is given, but the neuron has none", Assert.Single(_project.Engine.Errors).Message);
    }

    [Fact]
    public void Gives_each_variant_a_class_of_its_own()
    {
        NetworkItem[] networks = [.. _project.Resolve(_project.Item("mnist.onnx", ("Variants", " Float32; Int8 "))).Select(NetworkItem.FromTaskItem)];

        Assert.Equal(["MnistSnn", "MnistSnnInt8"], networks.Select(network => network.ClassName));
        Assert.Equal(["float32", "int8"], networks.Select(network => network.Arguments[^1]));
        Assert.NotEqual(networks[0].Output, networks[1].Output);
    }

    [Fact]
    public void A_changed_setting_makes_a_new_file_and_the_old_setting_finds_the_old_one()
    {
        string Output(string steps) => Assert.Single(_project.Resolve(_project.Item("mnist.onnx", ("TimeSteps", steps)))).ItemSpec;

        Assert.NotEqual(Output("8"), Output("9"));
        Assert.Equal(Output("8"), Output("8"));
        Assert.Equal(Output("8"), Assert.Single(_project.Resolve(_project.Item("mnist.onnx"))).ItemSpec);
    }

    [Fact]
    public void Models_of_the_same_name_in_two_folders_do_not_share_a_file()
    {
        _project.Write("a/net.onnx", "a");
        _project.Write("b/net.onnx", "b");

        ITaskItem[] networks = _project.Resolve(_project.Item("a/net.onnx"), _project.Item("b/net.onnx", ("ClassName", "Other")));

        Assert.Equal(2, networks.Select(network => network.ItemSpec).Distinct().Count());
    }

    [Theory]
    [InlineData("TimeSteps", "0")]
    [InlineData("TimeSteps", "many")]
    [InlineData("TimeSteps", "70000")]
    [InlineData("CalibrationCount", "-5")]
    [InlineData("InputScale", "0")]
    [InlineData("InputScale", "NaN")]
    [InlineData("InputOffset", "1,5")]
    [InlineData("Neuron", "Izhikevich")]
    [InlineData("Reset", "Never")]
    [InlineData("Encoding", "Morse")]
    [InlineData("Weights", "Int5")]
    [InlineData("Keep", "0")]
    [InlineData("Keep", "1.5")]
    [InlineData("Refractory", "-1")]
    [InlineData("WeightBound", "0")]
    [InlineData("WeightSign", "Odd")]
    [InlineData("FanIn", "-1")]
    [InlineData("Sparsity", "-0.5")]
    [InlineData("LayerSizes", "64,x")]
    [InlineData("LayerSizes", "64,,32")]
    [InlineData("Variants", "Int8;Int8")]
    [InlineData("Variants", ";")]
    [InlineData("Objective", "Best")]
    [InlineData("Visibility", "protected")]
    [InlineData("Profile", "Ancient")]
    [InlineData("Seed", "-1")]
    public void Rejects_a_value_that_is_not_allowed_at_its_line(string name, string value)
    {
        _project.Write("app.csproj", $"<Project>\n  <ItemGroup>\n    <SnnModel Include=\"mnist.onnx\"\n      {name}=\"{value}\" />\n  </ItemGroup>\n</Project>");

        Assert.Empty(_project.Resolve(_project.Item("mnist.onnx", (name, value))));

        BuildErrorEventArgs error = Assert.Single(_project.Engine.Errors);
        Assert.Equal("SNN1022", error.Code);
        Assert.Equal((_project.PathOf("app.csproj"), 4), (error.File, error.LineNumber));
        Assert.Contains($"{name}=\"{value}\"", error.Message);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("0")]
    [InlineData("1")]
    public void Rejects_a_leak_outside_0_to_1(string leak)
    {
        _project.Resolve(_project.Item("mnist.onnx", ("Neuron", "LIF"), ("Leak", leak)));

        Assert.Equal("SNN1022", Assert.Single(_project.Engine.Errors).Code);
    }

    [Fact]
    public void Rejects_settings_that_contradict_each_other()
    {
        _project.Resolve(_project.Item("mnist.onnx", ("Leak", "0.5"), ("Weights", "Int8"), ("Variants", "Int8;Float32")));

        Assert.Equal(["SNN1022", "SNN1022"], _project.Engine.Errors.Select(error => error.Code));
    }

    [Fact]
    public void Reports_everything_that_is_wrong_with_an_item_at_once()
    {
        _project.Resolve(_project.Item(
            "nowhere.onnx", ("Calibration", "nowhere.npy"), ("Labels", "nowhere.txt"), ("ClassName", "class"), ("Namespace", "a..b"), ("TimeSteps", "x")));

        Assert.Equal(
            ["SNN1020", "SNN1021", "SNN1021", "SNN1022", "SNN1023", "SNN1023"],
            _project.Engine.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rejects_two_models_that_give_the_same_class()
    {
        _project.Write("other/mnist.onnx", "");

        ITaskItem[] networks = _project.Resolve(_project.Item("mnist.onnx"), _project.Item("other/mnist.onnx"));

        Assert.Single(networks);
        BuildErrorEventArgs error = Assert.Single(_project.Engine.Errors);
        Assert.Equal("SNN1024", error.Code);
        Assert.Contains("My.App.MnistSnn", error.Message);
    }

    [Fact]
    public void Warns_of_metadata_it_does_not_know_and_suggests_the_likely_one()
    {
        _project.Resolve(_project.Item("mnist.onnx", ("TimeStep", "4"), ("Colour", "red"), ("Visible", "false")));

        Assert.Equal(["SNN1025", "SNN1025"], _project.Engine.Warnings.Select(warning => warning.Code));
        Assert.DoesNotContain("did you mean", _project.Engine.Warnings[0].Message);
        Assert.Contains("did you mean 'TimeSteps'?", _project.Engine.Warnings[1].Message);
    }

    [Fact]
    public void Names_with_characters_special_to_MSBuild_come_out_as_they_are()
    {
        _project.Write("odd %41;(x)'$@.onnx", "");

        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("odd %41;(x)'$@.onnx", ("ClassName", "Odd")))));

        Assert.Equal("odd %41;(x)'$@.onnx", network.ModelPath);
        Assert.StartsWith(_project.PathOf("obj/snngen/odd %41;(x)'$@."), network.Output);
    }

    [Fact]
    public void A_design_time_build_never_fails_and_takes_any_earlier_result()
    {
        string output = Assert.Single(_project.ResolveInDesignTime(_project.Item("mnist.onnx"), _project.Item("nowhere.onnx"))).ItemSpec;
        Assert.Empty(_project.Engine.Errors);

        _project.Write(output, "stand-in");

        Assert.Equal("", NetworkItem.FromTaskItem(Assert.Single(_project.ResolveInDesignTime(_project.Item("mnist.onnx")))).Reason);
        Assert.Contains("stand-in", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx")))).Reason);
    }

    [Fact]
    public void Warnings_of_the_conversion_are_said_again_in_builds_that_convert_nothing()
    {
        _project.Write("app.csproj", "<Project><ItemGroup>\n<SnnModel Include='mnist.onnx' />\n</ItemGroup></Project>");
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx"))));
        Assert.Empty(_project.Engine.Warnings);
        _project.Write(network.Output, "network");
        ConversionRecord.Write([network.Output], ConversionRecord.Snapshot(network.Inputs, new FileStates()), ["mnist.onnx : warning SNN1009: no calibration data"]);

        Assert.Equal("", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx")))).Reason);

        BuildWarningEventArgs warning = Assert.Single(_project.Engine.Warnings);
        Assert.Equal(("SNN1009", 2, "mnist.onnx: no calibration data"), (warning.Code, warning.LineNumber, warning.Message));
    }

    [Theory]
    [InlineData("mnist.onnx.data", 0)]
    [InlineData("weights/große.bin", 3)]
    [InlineData("w", (1 << 20) + 4090)]
    [InlineData("layers-0-to-1000-of-a-network-with-a-name-so-long-that-its-length-takes-two-bytes-in-the-model-file-which-are-more-than-127-letters.bin", 5 << 20)]
    public void A_change_of_external_weights_converts_again(string file, int position)
    {
        string path = _project.Write(file, "weights");
        byte[] name = Encoding.UTF8.GetBytes(file);
        byte[] length = name.Length < 128 ? [(byte)name.Length] : [(byte)(name.Length | 0x80), (byte)(name.Length >> 7)];
        File.WriteAllBytes(_project.PathOf("mnist.onnx"), [.. new byte[position], .. "\n\blocation"u8, 0x12, .. length, .. name, .. new byte[100]]);
        NetworkItem network = NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx"))));
        _project.Write(network.Output, "network");
        ConversionRecord.Write([network.Output], ConversionRecord.Snapshot(network.Inputs, new FileStates()), []);
        Assert.Equal("", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx")))).Reason);

        _project.Write(file, "longer weights");

        Assert.Equal($"'{path}' changed", NetworkItem.FromTaskItem(Assert.Single(_project.Resolve(_project.Item("mnist.onnx")))).Reason);
    }
}
