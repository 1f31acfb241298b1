using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen convert-all: what a build runs for the models of a project.</summary>
public sealed class ConvertAllCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ConvertAllCommandTests()
    {
        TinyModel.Write(_folder.PathOf("one.onnx"));
        TinyModel.Write(_folder.PathOf("two words.onnx"), gain: 2);
        TinyModel.Write(_folder.PathOf("exotic.onnx"), 1, "Frobnicate");
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_network_is_the_one_that_a_process_of_its_own_makes()
    {
        _folder.Write("list", Line("one.onnx", "a.snn.json") + Line("two words.onnx", "b.snn.json"));

        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, "convert-all", "list");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["conversion 0 begins", "conversion 0 ends with 0", "conversion 1 begins", "conversion 1 ends with 0"], LinesOf(result));
        (await SnnGenProcess.RunAsync(_folder.Root, "convert", "two words.onnx", "--output", "alone.snn.json", "--calibration", "calibration.npy")).ShouldSucceed();
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("alone.snn.json")), File.ReadAllBytes(_folder.PathOf("b.snn.json")));
        Assert.NotEqual(File.ReadAllBytes(_folder.PathOf("a.snn.json")), File.ReadAllBytes(_folder.PathOf("b.snn.json")));
    }

    [Fact]
    public async Task One_that_fails_says_why_between_its_marks_and_does_not_stop_the_others()
    {
        _folder.Write("list", Line("exotic.onnx", "a.snn.json") + "convert\n --no-such-option\n" + Line("one.onnx", "c.snn.json"));

        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, "convert-all", "list");

        Assert.Equal(2, result.ExitCode);
        string[] lines = LinesOf(result);
        Assert.Equal("conversion 0 begins", lines[0]);
        Assert.StartsWith("exotic.onnx : error SNN1003: ", lines[1]);
        Assert.Equal(["conversion 0 ends with 1", "conversion 1 begins"], lines[2..4]);
        Assert.StartsWith("snngen : error SNN1008: ", lines[4]);
        Assert.Equal(["conversion 1 ends with 2", "conversion 2 begins", "conversion 2 ends with 0"], lines[^3..]);
        Assert.False(File.Exists(_folder.PathOf("a.snn.json")));
        Assert.True(File.Exists(_folder.PathOf("c.snn.json")));
    }

    [Fact]
    public async Task A_list_that_is_missing_is_SNN1006() =>
        (await SnnGenProcess.RunAsync(_folder.Root, "convert-all", "nowhere")).ShouldFail(1, "nowhere", "SNN1006");

    private static string Line(string model, string output) => $"convert\n {model}\n --output\n {output}\n --calibration\n calibration.npy\n --labels\n \n";

    private static string[] LinesOf(SnnGenResult result) => result.Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
