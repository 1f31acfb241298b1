using System.Text.Json;
using System.Text.RegularExpressions;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen tune: a setting that costs less, to paste into a project.</summary>
public sealed class TuneCommandTests : IDisposable
{
    private static readonly string[] s_split = ["--calibration-count", "12", "--judge-count", "8"];

    private readonly TemporaryFolder _folder = new();

    public TuneCommandTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        TestImages.Write(_folder.PathOf("images.npy"), _folder.PathOf("labels.npy"));
        TestImages.WriteLabels(_folder.PathOf("few.npy"), 0, 1, 2);
        TestImages.WriteLabels(_folder.PathOf("one.npy"), 0);
        NpyFile.Write(_folder.PathOf("single.npy"), "|u1", "1, 4", new byte[4]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SnnGenResult> TuneAsync(params string[] options) =>
        SnnGenProcess.RunAsync(_folder.Root, ["tune", "tiny.onnx", "--calibration", "images.npy", .. s_split, .. options]);

    private async Task<JsonElement> TuneToJsonAsync(params string[] options) =>
        JsonDocument.Parse((await TuneAsync([.. options, "--json"])).ShouldSucceed().Output).RootElement;

    [Fact]
    public async Task Prints_one_JSON_object_with_the_names_of_the_contract()
    {
        JsonElement report = await TuneToJsonAsync("--labels", "labels.npy");

        Assert.Equal(
            ["annAccuracy", "maxLoss", "inputs", "candidates", "isComplete", "isWithinLoss", "front", "chosen", "metadata"],
            report.EnumerateObject().Select(property => property.Name));
        JsonElement chosen = report.GetProperty("chosen");
        Assert.Equal(
            ["timeSteps", "keep", "weights", "exitMargin", "accuracy", "loss", "lossError", "synapticOperations", "steps", "spikes", "neuronUpdates", "weightBytes"],
            chosen.EnumerateObject().Select(property => property.Name));
        Assert.Equal(1, report.GetProperty("annAccuracy").GetDouble());
        Assert.Equal(8, report.GetProperty("inputs").GetInt32());
        Assert.True(report.GetProperty("isComplete").GetBoolean());
        Assert.StartsWith("Int", chosen.GetProperty("weights").GetString());
        Assert.InRange(report.GetProperty("front").GetArrayLength(), 1, 100);
    }

    [Fact]
    public async Task The_chosen_setting_costs_less_than_the_one_given_and_loses_no_more_than_allowed()
    {
        JsonElement report = await TuneToJsonAsync("--labels", "labels.npy", "--max-loss", "30"), chosen = report.GetProperty("chosen");
        JsonElement given = await EvaluateAsync();

        Assert.True(report.GetProperty("isWithinLoss").GetBoolean());
        Assert.InRange(chosen.GetProperty("loss").GetDouble() + chosen.GetProperty("lossError").GetDouble(), -100, 30);
        Assert.True(chosen.GetProperty("synapticOperations").GetDouble() < given.GetProperty("synapticOperationsPerInference").GetDouble());
    }

    [Fact]
    public async Task The_search_measures_what_evaluate_measures()
    {
        // The time is up after the setting that is given, so that its points are all there are.
        JsonElement report = await TuneToJsonAsync("--labels", "labels.npy", "--minutes", "1e-9"), chosen = report.GetProperty("chosen");
        Assert.False(report.GetProperty("isComplete").GetBoolean());
        Assert.Equal(1, report.GetProperty("candidates").GetInt32());

        JsonElement margin = chosen.GetProperty("exitMargin");
        JsonElement evaluated = await EvaluateAsync(margin.ValueKind == JsonValueKind.Null ? [] : ["--exit", "confident", "--exit-margin", margin.GetRawText()]);
        (string Ours, string Theirs)[] pairs =
            [("accuracy", "snnAccuracy"), ("synapticOperations", "synapticOperationsPerInference"), ("spikes", "spikesPerInference"), ("steps", "stepsPerInference")];
        Assert.All(pairs, pair => Assert.Equal(evaluated.GetProperty(pair.Theirs).GetDouble(), chosen.GetProperty(pair.Ours).GetDouble(), 1e-9));
    }

    [Fact]
    public async Task The_same_search_gives_the_same_bytes_with_any_number_of_threads()
    {
        string one = (await TuneAsync("--json", "--threads", "1")).ShouldSucceed().Output, three = (await TuneAsync("--json", "--threads", "3")).ShouldSucceed().Output;
        Assert.Equal(one, three);
    }

    [Fact]
    public async Task Prints_a_table_and_an_item_to_paste()
    {
        string output = (await TuneAsync("--labels", "labels.npy")).ShouldSucceed().Output;
        Assert.Matches(@"│ \* │ \d+ +│", output);
        Match item = Regex.Match(output, @"^<SnnModel Include=""tiny\.onnx"" TimeSteps=""\d+""[^>\n]* />\r?$", RegexOptions.Multiline);
        Assert.True(item.Success, output);
    }

    [Theory]
    [InlineData("tiny.onnx", "SNN1008", "--max-loss", "-1")]
    [InlineData("tiny.onnx", "SNN1008", "--judge-count", "0")]
    [InlineData("tiny.onnx", "SNN1008", "--minutes", "-1")]
    [InlineData("tiny.onnx", "SNN1008", "--calibration", "")]
    [InlineData("few.npy", "SNN1007", "--labels", "few.npy")]
    [InlineData("single.npy", "SNN1007", "--calibration", "single.npy")]
    [InlineData("tiny.onnx", "SNN1008", "--time-steps", "0")]
    public async Task What_cannot_be_searched_is_an_error(string file, string id, string option, string value)
    {
        SnnGenResult result = await SnnGenProcess.RunAsync(
            _folder.Root, [.. new[] { "tune", "tiny.onnx", "--calibration", "images.npy" }.Take(option == "--calibration" ? 2 : 4), option, value]);
        result.ShouldFail(1, file, id);
    }

    private async Task<JsonElement> EvaluateAsync(params string[] options)
    {
        // The same split: the first twelve to convert, the other eight to judge.
        SplitFiles();
        string text = (await SnnGenProcess.RunAsync(
            _folder.Root, ["evaluate", "tiny.onnx", "--images", "held.npy", "--labels", "heldLabels.npy", "--calibration", "images.npy", "--calibration-count", "12", "--json", .. options]))
            .ShouldSucceed().Output;
        return JsonDocument.Parse(text).RootElement;
    }

    private void SplitFiles()
    {
        byte[] images = File.ReadAllBytes(_folder.PathOf("images.npy")), labels = File.ReadAllBytes(_folder.PathOf("labels.npy"));
        NpyFile.Write(_folder.PathOf("held.npy"), "|u1", "8, 4", images[^32..]);
        TestImages.WriteLabels(_folder.PathOf("heldLabels.npy"), labels[^8..]);
    }
}
