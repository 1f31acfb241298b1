using System.Text.Json;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>Spiking networks of NIR on the command line.</summary>
public sealed class NirCommandTests : IDisposable
{
    private const int Samples = 12, Steps = 20;

    private readonly TemporaryFolder _folder = new();

    public NirCommandTests()
    {
        File.Copy(Path.Combine(RepositoryFolder.Root, "tests", "SnnGen.Package.Tests", "Support", "recurrent.nir"), _folder.PathOf("recurrent.nir"));
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
        // One input or the other spikes at every second step.
        var spikes = new byte[Samples * Steps * 2];
        for (int i = 0; i < Samples; i++)
            for (int t = 0; t < Steps; t += 2)
                spikes[((i * Steps) + t) * 2 + (i % 2)] = 1;
        NpyFile.Write(_folder.PathOf("spikes.npy"), "|u1", $"{Samples}, {Steps}, 2", spikes);
        TestImages.WriteLabels(_folder.PathOf("labels.npy"), [.. Enumerable.Range(0, Samples).Select(i => (byte)(i % 2))]);
        NpyFile.Write(_folder.PathOf("odd.npy"), "|u1", "2, 5", new byte[10]);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SnnGenResult> RunAsync(params string[] arguments) => SnnGenProcess.RunAsync(_folder.Root, arguments);

    [Theory]
    [InlineData("float32")]
    [InlineData("int8")]
    [InlineData("int4")]
    public async Task Are_evaluated_on_spikes(string weights)
    {
        string text = (await RunAsync(
            "evaluate", "recurrent.nir", "--images", "spikes.npy", "--labels", "labels.npy", "--calibration", "spikes.npy", "--weights", weights, "--json")).ShouldSucceed().Output;
        JsonElement report = JsonDocument.Parse(text).RootElement;

        Assert.Equal(1, report.GetProperty("snnAccuracy").GetDouble());
        Assert.Equal(1, report.GetProperty("agreement").GetDouble());
        Assert.Equal(Steps, report.GetProperty("stepsPerInference").GetDouble());
        Assert.Equal(["lif1", "lif2"], report.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("name").GetString()));
        Assert.True(report.GetProperty("spikesPerInference").GetDouble() > 1);
    }

    [Fact]
    public async Task Are_converted_with_where_they_come_from_and_how_far_their_spikes_move()
    {
        (await RunAsync("convert", "recurrent.nir", "--output", "net.snn.json", "--weights", "int8", "--calibration", "spikes.npy", "--simulator", "snntorch")).ShouldSucceed();
        (await RunAsync("convert", "recurrent.nir", "--output", "plain.snn.json", "--export-nir")).ShouldSucceed();
        JsonElement metadata = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.PathOf("net.snn.json"))).RootElement.GetProperty("metadata");

        Assert.Equal(("snntorch", "0.0001", "Int8", "1.0"), (Text("simulator"), Text("dt"), Text("weights"), Text("nir.version")));
        Assert.Matches(@"^\d+ spikes in single precision, \d+ here; [\d.]+ % moved$", Text("layer.lif1"));
        Assert.Contains("lif1", (await RunAsync("inspect", "plain.nir")).ShouldSucceed().Output);

        string Text(string name) => metadata.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task Have_a_stand_in_for_design_time_builds()
    {
        (await RunAsync("convert", "recurrent.nir", "--output", "net.snn.json", "--shape-only")).ShouldSucceed();
        JsonElement network = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.PathOf("net.snn.json"))).RootElement;

        Assert.True(network.GetProperty("shapeOnly").GetBoolean());
        Assert.Equal(2, network.GetProperty("layers").GetArrayLength());
    }

    [Fact]
    public async Task Come_back_from_an_export()
    {
        (await RunAsync("export", "recurrent.nir", "--output", "again.nir")).ShouldSucceed();
        (await RunAsync("convert", "recurrent.nir", "--output", "recurrent.snn.json")).ShouldSucceed();
        (await RunAsync("convert", "again.nir", "--output", "again.snn.json")).ShouldSucceed();

        Assert.Equal(Layers("recurrent.snn.json"), Layers("again.snn.json"));

        string Layers(string file) => JsonDocument.Parse(File.ReadAllText(_folder.PathOf(file))).RootElement.GetProperty("layers").GetRawText();
    }

    [Fact]
    public async Task A_converted_model_is_exported_and_what_is_lost_is_said()
    {
        SnnGenResult result = await RunAsync("export", "tiny.onnx", "--calibration", "calibration.npy", "--output", "tiny.nir", "--target", "sinabs");

        Assert.Contains("warning SNN1017: the .nir file has no words for the initial potentials of", result.Error);
        Assert.Equal(0, result.ExitCode);
        (await RunAsync("inspect", "tiny.nir", "--simulator", "sinabs")).ShouldSucceed();
    }

    [Theory]
    [InlineData("SNN1008", "convert", "recurrent.nir", "--output", "x.snn.json", "--keep", "0.5")]
    [InlineData("SNN1008", "convert", "recurrent.nir", "--output", "x.snn.json", "--encoding", "rate")]
    [InlineData("SNN1008", "convert", "recurrent.nir", "--output", "x.snn.json", "--encoding", "current", "--weights", "int8")]
    [InlineData("SNN1008", "convert", "recurrent.nir", "--output", "x.snn.json", "--dt", "0")]
    [InlineData("SNN1008", "convert", "tiny.onnx", "--output", "x.snn.json", "--simulator", "lava")]
    [InlineData("SNN1008", "tune", "recurrent.nir", "--calibration", "spikes.npy", "--labels", "labels.npy")]
    [InlineData("SNN1007", "evaluate", "recurrent.nir", "--images", "odd.npy")]
    [InlineData("SNN1002", "convert", "calibration.nir", "--output", "x.snn.json")]
    [InlineData("SNN1001", "convert", "missing.nir", "--output", "x.snn.json")]
    public async Task Settings_and_files_that_do_not_fit_are_one_error(string id, params string[] arguments)
    {
        File.Copy(_folder.PathOf("calibration.npy"), _folder.PathOf("calibration.nir"));
        SnnGenResult result = await RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"error {id}: ", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(File.Exists(_folder.PathOf("x.snn.json")));
    }
}
