using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen convert, from its command line to the files it leaves.</summary>
public sealed class ConvertCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> s_plain = [];

    private readonly TemporaryFolder _folder = new();

    public ConvertCommandTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
    }

    public void Dispose() => _folder.Dispose();

    private int CacheEntries => Directory.GetFiles(_folder.PathOf("cache"), "*.snn").Length;

    private Task<SnnGenResult> ConvertAsync(IReadOnlyDictionary<string, string> environment, params string[] options) =>
        SnnGenProcess.RunAsync(_folder.Root, environment, ["convert", "tiny.onnx", "--output", "tiny.snn.json", .. options]);

    [Fact]
    public async Task The_cache_notices_changed_external_weights()
    {
        string[] options = ["--cache", "cache", "--calibration", "calibration.npy"];
        _folder.Write("a.bin", "weights");
        // Metadata of the model, since its weights are in itself; the bytes are those of a tensor's entry.
        File.AppendAllBytes(_folder.PathOf("tiny.onnx"), [0x72, 17, .. "\n\blocation"u8, 0x12, 5, .. "a.bin"u8]);
        Assert.Equal(0, (await ConvertAsync(s_plain, options)).ExitCode);
        Assert.Equal(0, (await ConvertAsync(s_plain, options)).ExitCode);
        Assert.Equal(1, CacheEntries);

        _folder.Write("a.bin", "WEIGHTS");
        Assert.Equal(0, (await ConvertAsync(s_plain, options)).ExitCode);

        Assert.Equal(2, CacheEntries);
    }

    [Fact]
    public async Task A_result_from_the_cache_comes_with_its_warnings()
    {
        SnnGenResult first = await ConvertAsync(s_plain, "--cache", "cache");
        string network = File.ReadAllText(_folder.PathOf("tiny.snn.json"));
        File.Delete(_folder.PathOf("tiny.snn.json"));

        SnnGenResult second = await ConvertAsync(s_plain, "--cache", "cache");

        Assert.StartsWith("tiny.onnx : warning SNN1009: ", first.Error);
        Assert.Equal(first, second);
        Assert.Equal(1, CacheEntries);
        Assert.Equal(network, File.ReadAllText(_folder.PathOf("tiny.snn.json")));
    }

    [Fact]
    public async Task Messages_are_UTF_8_whatever_the_locale()
    {
        var latin1 = new Dictionary<string, string> { ["LC_ALL"] = "en_US.ISO-8859-1" };

        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, latin1, "convert", "größe.onnx", "--output", "out.snn.json");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("größe.onnx : error SNN1001: ", result.Error);
        Assert.False(File.Exists(_folder.PathOf("out.snn.json")));
    }

    [Fact]
    public async Task The_bytes_depend_neither_on_the_culture_nor_on_the_processors()
    {
        Assert.Equal(0, (await ConvertAsync(s_plain, "--calibration", "calibration.npy", "--neuron", "lif")).ExitCode);
        byte[] expected = File.ReadAllBytes(_folder.PathOf("tiny.snn.json"));
        File.Delete(_folder.PathOf("tiny.snn.json"));
        var turkish = new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" };

        Assert.Equal(0, (await ConvertAsync(turkish, "--calibration", "calibration.npy", "--neuron", "lif")).ExitCode);

        Assert.Equal(expected, File.ReadAllBytes(_folder.PathOf("tiny.snn.json")));
    }

    [Theory]
    [InlineData(2, "--weights", "int9")]
    [InlineData(2, "--no-such-option", "1")]
    [InlineData(1, "--time-steps", "0")]
    [InlineData(1, "--leak", "1.5")]
    [InlineData(1, "--calibration-count", "0")]
    [InlineData(1, "--calibration", "missing.npy")]
    public async Task A_bad_option_gives_its_exit_code_and_a_canonical_error(int exitCode, string option, string value)
    {
        SnnGenResult result = await ConvertAsync(s_plain, option, value);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Matches(@"(?m)^[^:\n]+ : error SNN1\d{3}: \S", result.Error);
        Assert.False(File.Exists(_folder.PathOf("tiny.snn.json")));
    }
}
