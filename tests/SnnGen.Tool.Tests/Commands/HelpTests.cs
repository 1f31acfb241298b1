using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>What the command line says about itself.</summary>
public sealed class HelpTests
{
    private static readonly string[] s_conversionOptions =
    [
        "--calibration <", "--calibration-count <", "--time-steps <", "--neuron <cuba|if|lif>", "--leak <", "--synaptic-leak <", "--leak-form <mantissa|shift>", "--refractory <", "--reset <subtract|zero>",
        "--encoding <", "--readout <", "--input-scale <", "--input-offset <", "--weights <", "--objective <", "--keep <", "--layer-sizes <",
        "--weight-bound <", "--weight-sign <", "--weight-scale <", "--fan-in <", "--sparsity <", "--chip <", "--seed <", "--threads <",
    ];

    private static async Task<string> OutputOfAsync(params string[] arguments) =>
        (await SnnGenProcess.RunAsync(Path.GetTempPath(), arguments)).ShouldSucceed().Output;

    [Fact]
    public async Task Help_names_every_command()
    {
        string help = await OutputOfAsync("--help");

        Assert.All(["convert <model>", "evaluate <model>", "tune <model>", "inspect <file>", "export <model>", "doctor", "--version"], text => Assert.Contains(text, help));
    }

    [Theory]
    [InlineData("convert", "--output <", "--cache <", "--labels <", "--shape-only")]
    [InlineData("evaluate", "--images <", "--labels <", "--limit <", "--json")]
    [InlineData("tune", "--labels <", "--max-loss <", "--judge-count <", "--minutes <", "--json")]
    public async Task Help_of_a_command_lists_its_options(string command, params string[] options)
    {
        string help = await OutputOfAsync(command, "--help");

        Assert.All([.. options, .. s_conversionOptions], option => Assert.Contains("  " + option, help));
    }

    [Fact]
    public async Task Help_of_inspect_names_both_kinds_of_file() =>
        Assert.Contains("An .onnx model, a .nir network or a .snn.json", await OutputOfAsync("inspect", "--help"));

    [Fact]
    public async Task Version_is_one_line() =>
        Assert.Matches(@"\A\d+\.\d+\.\d+\S*\r?\n\z", await OutputOfAsync("--version"));

    [Theory]
    [InlineData("transmogrify")]
    [InlineData("--no-such-option")]
    public async Task An_unknown_word_gives_exit_code_2(string word)
    {
        SnnGenResult result = await SnnGenProcess.RunAsync(Path.GetTempPath(), word);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("snngen : error SNN1008: ", result.Error);
        Assert.Contains(word, result.Error);
    }

    [Fact]
    public async Task No_command_at_all_gives_exit_code_2() =>
        (await SnnGenProcess.RunAsync(Path.GetTempPath())).ShouldFail(2, "snngen", "SNN1008");
}
