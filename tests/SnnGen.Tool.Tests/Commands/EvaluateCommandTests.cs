using System.Text.Json;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen evaluate, whose output scripts depend on.</summary>
public sealed class EvaluateCommandTests : IDisposable
{
    private static readonly string[] s_members =
    [
        "annAccuracy", "snnAccuracy", "agreement", "timeSteps", "inputs", "spikesPerInference", "synapticOperationsPerInference",
        "conversionSeconds", "evaluationSeconds", "layers",
    ];

    private static readonly string[] s_layerMembers =
        ["name", "neurons", "inputs", "objective", "priorObjective", "relativeGap", "meanRate", "seconds"];

    private readonly TemporaryFolder _folder = new();

    public EvaluateCommandTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
        _folder.Write("images.csv", "1,0.5,0,0\n0,0,1,0\n0,0,0,1\n0.5,0.5,0,0.2\n0,0.1,0.9,0\n");
        _folder.Write("labels.csv", "0\n1\n2\n0\n2\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Prints_one_JSON_object_with_the_members_of_the_contract()
    {
        SnnGenResult result = await EvaluateAsync("--json", "--calibration", "calibration.npy", "--time-steps", "16");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement report = document.RootElement;
        Assert.Equal(s_members, report.EnumerateObject().Select(member => member.Name));
        // The last label is wrong: the third input is the largest.
        Assert.Equal(0.8, report.GetProperty("annAccuracy").GetDouble());
        Assert.Equal(0.8, report.GetProperty("snnAccuracy").GetDouble());
        Assert.Equal(1, report.GetProperty("agreement").GetDouble());
        Assert.Equal((16, 5), (report.GetProperty("timeSteps").GetInt32(), report.GetProperty("inputs").GetInt32()));
        Assert.InRange(report.GetProperty("spikesPerInference").GetDouble(), 1, 4 * 16);
        Assert.InRange(report.GetProperty("synapticOperationsPerInference").GetDouble(), 1, 4 * 4 + 4 * 16 * 3);

        JsonElement[] layers = [.. report.GetProperty("layers").EnumerateArray()];
        Assert.All(layers, layer => Assert.Equal(s_layerMembers, layer.EnumerateObject().Select(member => member.Name)));
        Assert.Equal([(4, 4), (3, 4)], layers.Select(layer => (layer.GetProperty("neurons").GetInt32(), layer.GetProperty("inputs").GetInt32())));
        Assert.All(layers, layer => Assert.InRange(layer.GetProperty("relativeGap").GetDouble(), 0, 1e-3));
    }

    [Theory]
    [InlineData("--objective", "none")]
    [InlineData("--objective", "l2")]
    [InlineData("--weights", "int4")]
    [InlineData("--keep", "0.75")]
    [InlineData("--neuron", "lif")]
    [InlineData("--limit", "3")]
    public async Task Gives_the_same_figures_every_time(string option, string value)
    {
        string[] options = ["--json", "--calibration", "calibration.npy", option, value];
        SnnGenResult first = await EvaluateAsync(options), second = await EvaluateAsync([.. options, "--threads", "1"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(WithoutTimes(first.Output), WithoutTimes(second.Output));
        using JsonDocument document = JsonDocument.Parse(first.Output);
        Assert.Equal(option == "--limit" ? 3 : 5, document.RootElement.GetProperty("inputs").GetInt32());
    }

    [Fact]
    public async Task Prints_a_table_for_people()
    {
        SnnGenResult result = await EvaluateAsync("--calibration", "calibration.npy");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("80.00", result.Output);
        Assert.DoesNotContain("{", result.Output);
    }

    [Fact]
    public async Task Warnings_do_not_mix_with_the_report()
    {
        SnnGenResult result = await EvaluateAsync("--json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("tiny.onnx : warning SNN1009: ", result.Error);
        JsonDocument.Parse(result.Output).Dispose();
    }

    [Theory]
    [InlineData("labels.csv", "0\n1\n", "labels.csv : error SNN1007: 2 labels for 5 inputs")]
    [InlineData("labels.csv", "0\n1\n2\n0\n3\n", "labels.csv : error SNN1007: has the label 3")]
    [InlineData("labels.csv", "0\n1\n2\n0\n0.5\n", "labels.csv : error SNN1007: has the label 0.5")]
    [InlineData("images.csv", "1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n", "images.csv : error SNN1007: ")]
    [InlineData("images.csv", "1,2,3,4\n1,2,x,4\n", "images.csv : error SNN1006: ")]
    [InlineData("tiny.onnx", "not a model", "tiny.onnx : error SNN1002: ")]
    public async Task Says_which_file_is_at_fault(string file, string content, string error)
    {
        _folder.Write(file, content);

        SnnGenResult result = await EvaluateAsync("--json");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(error, result.Error);
    }

    [Fact]
    public async Task Says_what_of_the_model_is_not_supported()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"), 1, "Softsign");

        SnnGenResult result = await EvaluateAsync("--json");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("tiny.onnx : error SNN1003: cannot be converted: Softsign ('Softsign_h1')", result.Error);
    }

    [Fact]
    public async Task Missing_options_are_a_matter_of_usage()
    {
        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, new Dictionary<string, string>(), "evaluate", "tiny.onnx", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--images", result.Error);
        Assert.Contains("--labels", result.Error);
    }

    private Task<SnnGenResult> EvaluateAsync(params string[] options) => SnnGenProcess.RunAsync(
        _folder.Root, new Dictionary<string, string>(), ["evaluate", "tiny.onnx", "--images", "images.csv", "--labels", "labels.csv", .. options]);

    private static string WithoutTimes(string json) =>
        string.Join("\n", json.Split('\n').Where(line => !line.Contains("econds\"", StringComparison.Ordinal)));
}
