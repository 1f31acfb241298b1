using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen inspect, and what every command says of itself.</summary>
public sealed class InspectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InspectCommandTests() => TinyModel.Write(_folder.PathOf("tiny.onnx"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Shows_the_layers_of_a_model_and_of_the_network_made_of_it()
    {
        SnnGenResult model = await RunAsync("inspect", "tiny.onnx");
        Assert.Equal(0, (await RunAsync("convert", "tiny.onnx", "--output", "tiny.snn.json")).ExitCode);
        SnnGenResult network = await RunAsync("inspect", "tiny.snn.json");

        Assert.Equal((0, 0), (model.ExitCode, network.ExitCode));
        Assert.All(["ANN", "Gemm_h0", "Gemm_y", "Relu", "16", "12"], part => Assert.Contains(part, model.Output));
        Assert.All(["SNN", "8-bit weights", "Gemm_h0", "Gemm_y", "IF, subtract", "integrator", "16", "12"], part => Assert.Contains(part, network.Output));
    }

    [Theory]
    [InlineData("missing.onnx", "missing.onnx : error SNN1001: ")]
    [InlineData("missing.snn.json", "missing.snn.json : error SNN1001: ")]
    [InlineData("broken.onnx", "broken.onnx : error SNN1002: ")]
    [InlineData("broken.snn.json", "broken.snn.json : error SNN1001: ")]
    public async Task Says_why_a_file_cannot_be_read(string file, string error)
    {
        if (file.StartsWith("broken", StringComparison.Ordinal))
            _folder.Write(file, "neither");

        SnnGenResult result = await RunAsync("inspect", file);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(error, result.Error);
    }

    [Theory]
    [InlineData("convert", "--output", "--cache", "--calibration", "--time-steps", "--weights", "--keep", "--layer-sizes")]
    [InlineData("evaluate", "--images", "--labels", "--limit", "--json", "--objective", "--seed", "--threads")]
    [InlineData("inspect", "file")]
    public async Task Every_command_explains_its_options(string command, params string[] options)
    {
        SnnGenResult result = await RunAsync(command, "--help");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(options, option => Assert.Contains(option, result.Output));
    }

    [Fact]
    public async Task Has_a_version()
    {
        SnnGenResult result = await RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    private Task<SnnGenResult> RunAsync(params string[] arguments) =>
        SnnGenProcess.RunAsync(_folder.Root, new Dictionary<string, string>(), arguments);
}
