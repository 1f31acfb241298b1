using System.Globalization;
using System.Text.RegularExpressions;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen inspect, on models and on networks.</summary>
public sealed class InspectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InspectCommandTests() => TinyModel.Write(_folder.PathOf("tiny.onnx"));

    public void Dispose() => _folder.Dispose();

    private Task<SnnGenResult> InspectAsync(string file) => SnnGenProcess.RunAsync(_folder.Root, "inspect", file);

    private async Task ConvertAsync()
    {
        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, "convert", "tiny.onnx", "--output", "tiny.snn.json");
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Shows_the_layers_of_a_model()
    {
        string table = (await InspectAsync("tiny.onnx")).ShouldSucceed().Output;

        Assert.Contains("tiny: ANN, input 4", table);
        Assert.Matches(@"│ Gemm_h0 │ 4 +│ 4 +│ 16 +│ Relu", table);
        Assert.Matches(@"│ Gemm_y +│ 4 +│ 3 +│ 12 +│ Identity", table);
    }

    [Fact]
    public async Task Shows_layers_neurons_synapses_and_memory_of_a_network()
    {
        await ConvertAsync();

        string table = (await InspectAsync("tiny.snn.json")).ShouldSucceed().Output;

        Assert.Contains("tiny: SNN", table);
        Assert.Contains("T = 8, Current input", table);
        Assert.Matches(@"│ Gemm_h0 │ 4 +│ 4 +│ 16 +│ IF, subtract +│ 16 +│ 16 +│", table);
        Assert.Matches(@"│ Gemm_y +│ 4 +│ 3 +│ 12 +│ integrator +│ 12 +│ 12 +│", table);
    }

    [Fact]
    public async Task Shows_flash_and_RAM_of_a_network_in_each_profile()
    {
        await ConvertAsync();

        string table = (await InspectAsync("tiny.snn.json")).ShouldSucceed().Output;

        // 28 weights of a byte, 7 biases, 4 thresholds and 7 potentials of four bytes; potentials, currents twice and a word of spikes.
        Assert.Matches(@"│ Modern +│ 100 +│ 68 +│ read in place +│ on the stack +│", table);
        // Potentials, spikes and held currents of the hidden layer, potentials of the readout, and currents.
        Match portable = Regex.Match(table, @"│ Portable │ (?<flash>\d+) +│ (?<ram>\d+) +│ copied into RAM at first use │ 76 an instance +│");
        Assert.True(portable.Success, table);
        int flash = int.Parse(portable.Groups["flash"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(flash, 28, 100);
        Assert.Equal(flash + 76, int.Parse(portable.Groups["ram"].Value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("missing.onnx", "SNN1001")]
    [InlineData("missing.snn.json", "SNN1001")]
    [InlineData("text.onnx", "SNN1002")]
    [InlineData("exotic.onnx", "SNN1003")]
    public async Task A_file_at_fault_gives_exit_code_1(string file, string id)
    {
        _folder.Write("text.onnx", "not a model");
        TinyModel.Write(_folder.PathOf("exotic.onnx"), 1, "Frobnicate");

        (await InspectAsync(file)).ShouldFail(1, file, id);
    }

    [Fact]
    public async Task A_network_cut_off_or_changed_gives_exit_code_1()
    {
        await ConvertAsync();
        string network = File.ReadAllText(_folder.PathOf("tiny.snn.json"));
        _folder.Write("cut.snn.json", network[..(network.Length / 2)]);
        _folder.Write("empty.snn.json", "");
        _folder.Write("other.snn.json", "[1, 2]");
        _folder.Write("changed.snn.json", network.Replace("\"Gemm_h0\"", "7", StringComparison.Ordinal));

        foreach (string file in new[] { "cut.snn.json", "empty.snn.json", "other.snn.json", "changed.snn.json" })
            (await InspectAsync(file)).ShouldFail(1, file, "SNN1001");
    }

    [Fact]
    public async Task Without_a_file_the_exit_code_is_2() =>
        (await SnnGenProcess.RunAsync(_folder.Root, "inspect")).ShouldFail(2, "snngen", "SNN1008");
}
