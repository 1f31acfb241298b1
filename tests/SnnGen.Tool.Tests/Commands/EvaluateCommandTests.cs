using System.Text.Json;
using System.Text.RegularExpressions;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen evaluate: scripts read what it prints.</summary>
public sealed class EvaluateCommandTests : IDisposable
{
    private static readonly string[] s_fractions = ["annAccuracy", "snnAccuracy", "agreement"];

    private readonly TemporaryFolder _folder = new();

    public EvaluateCommandTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        TinyModel.Write(_folder.PathOf("exotic.onnx"), 1, "Frobnicate");
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
        TestImages.Write(_folder.PathOf("images.npy"), _folder.PathOf("labels.npy"));
        TestImages.WriteLabels(_folder.PathOf("few.npy"), 0, 1, 2);
        TestImages.WriteLabels(_folder.PathOf("foreign.npy"), [.. Enumerable.Repeat((byte)3, TestImages.Count)]);
        NpyFile.Write(_folder.PathOf("wide.npy"), "|u1", "2, 5", new byte[10]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SnnGenResult> EvaluateAsync(params string[] options) =>
        RunAsync("tiny.onnx", "images.npy", "labels.npy", ["--calibration", "calibration.npy", .. options]);

    private Task<SnnGenResult> RunAsync(string model, string images, string labels, params string[] options) =>
        SnnGenProcess.RunAsync(_folder.Root, ["evaluate", model, "--images", images, "--labels", labels, .. options]);

    private async Task<JsonElement> EvaluateToJsonAsync(params string[] options)
    {
        string text = (await EvaluateAsync([.. options, "--json"])).ShouldSucceed().Output;
        return JsonDocument.Parse(text).RootElement;
    }

    private static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public async Task Prints_one_JSON_object_with_the_names_of_the_contract()
    {
        JsonElement report = await EvaluateToJsonAsync();

        Assert.Equal(
            [
                "annAccuracy", "snnAccuracy", "agreement", "outputError", "outputDeviation", "timeSteps", "stepsPerInference", "inputs", "spikesPerInference",
                "synapticOperationsPerInference", "conversionSeconds", "evaluationSeconds", "layers", "mapping",
            ],
            Names(report));
        Assert.Equal(["Gemm_h0", "Gemm_y"], report.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("name").GetString()));
        Assert.All(report.GetProperty("layers").EnumerateArray(), layer => Assert.Equal(
            ["name", "neurons", "inputs", "objective", "priorObjective", "relativeGap", "meanRate", "seconds"], Names(layer)));
        Assert.All(s_fractions, name => Assert.InRange(report.GetProperty(name).GetDouble(), 0, 1));
        Assert.Equal(1, report.GetProperty("annAccuracy").GetDouble());
        Assert.Equal(8, report.GetProperty("timeSteps").GetInt32());
        Assert.Equal(TestImages.Count, report.GetProperty("inputs").GetInt32());
        Assert.Equal(8, report.GetProperty("stepsPerInference").GetDouble());
        Assert.True(report.GetProperty("spikesPerInference").GetDouble() > 0);
    }

    [Fact]
    public async Task Early_exits_save_steps_the_more_the_smaller_the_margin()
    {
        double exact = await StepsAsync("exact"), cautious = await StepsAsync("confident", "--exit-margin", "2"), hasty = await StepsAsync("confident", "--exit-margin", "1e-6");

        Assert.InRange(exact, 1, 8);
        Assert.InRange(cautious, 1.01, 7.99);
        Assert.InRange(hasty, 1, cautious - 0.01);

        async Task<double> StepsAsync(params string[] exit) => (await EvaluateToJsonAsync(["--exit", .. exit])).GetProperty("stepsPerInference").GetDouble();
    }

    [Fact]
    public async Task An_exact_exit_leaves_the_accuracy_as_it_is()
    {
        JsonElement full = await EvaluateToJsonAsync(), exact = await EvaluateToJsonAsync("--exit", "exact");
        Assert.Equal(full.GetProperty("snnAccuracy").GetDouble(), exact.GetProperty("snnAccuracy").GetDouble());
        Assert.Equal(full.GetProperty("agreement").GetDouble(), exact.GetProperty("agreement").GetDouble());
    }

    [Theory]
    [InlineData("the exit margin must be above 0 and finite, not 0", "--exit", "confident", "--exit-margin", "0")]
    [InlineData("an early exit is defined for the readout Potential only", "--exit", "exact", "--readout", "count")]
    [InlineData("the exit Exact needs integer weights", "--exit", "exact", "--weights", "float32")]
    public async Task An_exit_that_cannot_be_is_an_error(string problem, params string[] options)
    {
        SnnGenResult result = await EvaluateAsync(options);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"error SNN1008: {problem}", result.Error);
    }

    [Theory]
    [InlineData("l1")]
    [InlineData("l2")]
    [InlineData("none")]
    public async Task Limit_time_steps_and_objective_are_followed(string objective)
    {
        JsonElement report = await EvaluateToJsonAsync("--limit", "5", "--time-steps", "3", "--objective", objective);

        Assert.Equal(5, report.GetProperty("inputs").GetInt32());
        Assert.Equal(3, report.GetProperty("timeSteps").GetInt32());
        Assert.All(s_fractions, name => Assert.Equal(0, report.GetProperty(name).GetDouble() * 5 % 1, 1e-9));
    }

    [Fact]
    public async Task Several_shares_to_keep_give_a_curve()
    {
        JsonElement[] curve = [.. (await EvaluateToJsonAsync("--keep", "1,0.5")).GetProperty("curve").EnumerateArray()];

        Assert.Equal([1, 0.5], curve.Select(point => point.GetProperty("keep").GetDouble()));
        Assert.Equal([4, 2], curve.Select(point => point.GetProperty("report").GetProperty("layers")[0].GetProperty("neurons").GetInt32()));
        Assert.Contains("│ Keep │ Neurons", (await EvaluateAsync("--keep", "1,0.5")).ShouldSucceed().Output);
        (await EvaluateAsync("--keep", "1,0")).ShouldFail(1, "tiny.onnx", "SNN1008");
    }

    [Fact]
    public async Task Without_labels_the_outputs_are_compared()
    {
        string text = (await SnnGenProcess.RunAsync(
            _folder.Root, "evaluate", "tiny.onnx", "--images", "images.npy", "--calibration", "calibration.npy", "--time-steps", "64", "--json")).ShouldSucceed().Output;
        JsonElement report = JsonDocument.Parse(text).RootElement;

        Assert.Equal(JsonValueKind.Null, report.GetProperty("annAccuracy").ValueKind);
        Assert.InRange(report.GetProperty("agreement").GetDouble(), 0.5, 1);
        double deviation = report.GetProperty("outputDeviation").GetDouble();
        Assert.InRange(report.GetProperty("outputError").GetDouble(), 0, 0.2 * deviation);
    }

    [Fact]
    public async Task The_baseline_is_the_prior_of_each_layer()
    {
        JsonElement report = await EvaluateToJsonAsync("--objective", "none");

        Assert.All(report.GetProperty("layers").EnumerateArray(), layer =>
            Assert.Equal(layer.GetProperty("priorObjective").GetDouble(), layer.GetProperty("objective").GetDouble()));
    }

    [Fact]
    public async Task Numbers_repeat_apart_from_the_seconds_whatever_the_threads()
    {
        string first = (await EvaluateAsync("--json", "--threads", "1")).ShouldSucceed().Output;
        string second = (await EvaluateAsync("--json", "--threads", "2")).ShouldSucceed().Output;

        Assert.Equal(WithoutSeconds(first), WithoutSeconds(second));

        static string WithoutSeconds(string json) => Regex.Replace(json, """("\w*seconds": )[-+.0-9E]+""", "$1", RegexOptions.IgnoreCase);
    }

    [Fact]
    public async Task Warnings_stay_out_of_the_JSON()
    {
        SnnGenResult result = await RunAsync("tiny.onnx", "images.npy", "labels.npy", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\Atiny\.onnx : warning SNN1009: [^\n]+\n\z", result.Error);
        Assert.Equal(TestImages.Count, JsonDocument.Parse(result.Output).RootElement.GetProperty("inputs").GetInt32());
    }

    [Fact]
    public async Task Without_json_a_table_comes_whose_cells_are_whole()
    {
        string table = (await EvaluateAsync()).ShouldSucceed().Output;

        Assert.Matches(@"ANN accuracy +│ 100\.00 %", table);
        Assert.Contains("│ Objective │", table);
        Assert.Matches(@"│ Gemm_h0 │ 4 +│ 4 +│ [\d.E-]+ +│ [\d.E-]+ +│ \d\.\dE[-+]\d{3} │", table);
    }

    [Theory]
    [InlineData("tiny.onnx", "images.npy", "missing.npy", "missing.npy", "SNN1006")]
    [InlineData("tiny.onnx", "missing.npy", "labels.npy", "missing.npy", "SNN1006")]
    [InlineData("tiny.onnx", "images.npy", "few.npy", "few.npy", "SNN1007")]
    [InlineData("tiny.onnx", "images.npy", "foreign.npy", "foreign.npy", "SNN1007")]
    [InlineData("tiny.onnx", "images.npy", "images.npy", "images.npy", "SNN1007")]
    [InlineData("missing.onnx", "images.npy", "labels.npy", "missing.onnx", "SNN1001")]
    [InlineData("images.npy", "images.npy", "labels.npy", "images.npy", "SNN1002")]
    [InlineData("exotic.onnx", "images.npy", "labels.npy", "exotic.onnx", "SNN1003")]
    public async Task A_file_at_fault_is_named_with_exit_code_1(string model, string images, string labels, string file, string id) =>
        (await RunAsync(model, images, labels, "--json")).ShouldFail(1, file, id);

    [Theory]
    [InlineData("--calibration", "wide.npy", "wide.npy", "SNN1007")]
    [InlineData("--calibration", "missing.npy", "missing.npy", "SNN1006")]
    [InlineData("--limit", "-1", "tiny.onnx", "SNN1008")]
    public async Task An_option_at_fault_gives_exit_code_1(string option, string value, string file, string id) =>
        (await RunAsync("tiny.onnx", "images.npy", "labels.npy", option, value)).ShouldFail(1, file, id);

    [Fact]
    public async Task Images_of_another_shape_are_refused()
    {
        TestImages.WriteLabels(_folder.PathOf("two.npy"), 0, 1);

        (await RunAsync("tiny.onnx", "wide.npy", "two.npy", "--calibration", "calibration.npy")).ShouldFail(1, "wide.npy", "SNN1007");
    }

    [Theory]
    [InlineData("evaluate tiny.onnx --labels labels.npy")]
    [InlineData("evaluate --images images.npy --labels labels.npy")]
    [InlineData("evaluate tiny.onnx --images images.npy --labels labels.npy --no-such-option")]
    [InlineData("evaluate tiny.onnx --images images.npy --labels labels.npy --objective l3")]
    [InlineData("evaluate tiny.onnx --images images.npy --labels labels.npy --limit many")]
    public async Task Wrong_usage_gives_exit_code_2(string commandLine) =>
        (await SnnGenProcess.RunAsync(_folder.Root, commandLine.Split(' '))).ShouldFail(2, "snngen", "SNN1008");
}
