using System.Diagnostics;
using System.Runtime.Versioning;
using SnnGen.Package.Tests.Support;
using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>Whatever stops snngen convert, it says so and leaves nothing behind.</summary>
public sealed class ConvertFailureTests : IDisposable
{
    private static readonly Dictionary<string, string> s_plain = [];

    private readonly TemporaryFolder _folder = new();

    public ConvertFailureTests()
    {
        TinyModel.Write(_folder.PathOf("tiny.onnx"));
        CalibrationData.Write(_folder.PathOf("calibration.npy"));
    }

    public void Dispose() => _folder.Dispose();

    private string[] AllFiles => [.. Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_folder.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private Task<SnnGenResult> ConvertAsync(string model, string output, params string[] options) =>
        SnnGenProcess.RunAsync(_folder.Root, ["convert", model, "--output", output, "--calibration", "calibration.npy", .. options]);

    [Theory]
    [InlineData("blocked/tiny.snn.json")]
    [InlineData("blocked/deeper/tiny.snn.json")]
    [InlineData("folder")]
    public async Task An_output_that_cannot_be_created_is_SNN1011(string output)
    {
        _folder.Write("blocked", "a file where a folder should be");
        Directory.CreateDirectory(_folder.PathOf("folder"));

        (await ConvertAsync("tiny.onnx", output)).ShouldFail(1, output, "SNN1011");

        Assert.Equal(["blocked", "calibration.npy", "tiny.onnx"], AllFiles);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_created_is_SNN1011()
    {
        _folder.Write("blocked", "a file where a folder should be");

        SnnGenResult result = await ConvertAsync("tiny.onnx", "tiny.snn.json", "--cache", "blocked/cache");

        Assert.Matches(@"\Ablocked/cache.+ : error SNN1011: [^\n]+\n\z", result.Error.Replace('\\', '/'));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["blocked", "calibration.npy", "tiny.onnx"], AllFiles);
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_read_only_folder_is_SNN1011()
    {
        string folder = Directory.CreateDirectory(_folder.PathOf("sealed")).FullName;
        UnixFileMode before = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            (await ConvertAsync("tiny.onnx", "sealed/tiny.snn.json")).ShouldFail(1, "sealed/tiny.snn.json", "SNN1011");
        }
        finally
        {
            File.SetUnixFileMode(folder, before);
        }
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData]
    [InlineData("--cache", "cache")]
    public async Task An_unsupported_model_leaves_no_file_but_a_lock(params string[] options)
    {
        TinyModel.Write(_folder.PathOf("exotic.onnx"), 1, "Frobnicate");

        (await ConvertAsync("exotic.onnx", "exotic.snn.json", options)).ShouldFail(1, "exotic.onnx", "SNN1003");

        Assert.Equal(["calibration.npy", "exotic.onnx", "tiny.onnx"], AllFiles.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failure_keeps_the_output_of_before()
    {
        (await ConvertAsync("tiny.onnx", "tiny.snn.json")).ShouldSucceed();
        string before = File.ReadAllText(_folder.PathOf("tiny.snn.json"));
        TinyModel.Write(_folder.PathOf("tiny.onnx"), 1, "Frobnicate");

        (await ConvertAsync("tiny.onnx", "tiny.snn.json")).ShouldFail(1, "tiny.onnx", "SNN1003");

        Assert.Equal(before, File.ReadAllText(_folder.PathOf("tiny.snn.json")));
    }

    [Fact]
    public async Task A_cancelled_conversion_leaves_nothing_and_can_be_repeated()
    {
        if (OperatingSystem.IsWindows())
            return; // A console of one's own would be needed to send Ctrl+C.

        SnnGenResult cancelled = await SnnGenProcess.RunAsync(
            _folder.Root, s_plain, InterruptAsync,
            "convert", "tiny.onnx", "--output", "tiny.snn.json", "--cache", "cache", "--calibration-count", "1000000");

        Assert.Equal(1, cancelled.ExitCode);
        Assert.Equal("snngen : warning SNN1013: cancelled; nothing unfinished was written\n", cancelled.Error);
        Assert.Equal(["calibration.npy", "tiny.onnx"], AllFiles.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)));
        (await ConvertAsync("tiny.onnx", "tiny.snn.json", "--cache", "cache")).ShouldSucceed();

        // The lock is taken where the conversion begins.
        async Task InterruptAsync(Process process, CancellationToken cancellation)
        {
            while (!AllFiles.Any(file => file.EndsWith(".lock", StringComparison.Ordinal)))
                await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation);
            Signals.Interrupt(process.Id);
        }
    }
}
