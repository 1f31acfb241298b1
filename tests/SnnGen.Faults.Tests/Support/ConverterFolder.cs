using System.Diagnostics;
using SnnGen.Tool.Caching;

namespace SnnGen.Faults.Tests.Support;

/// <summary>A folder with a model and its inputs, and the command that a build runs on them.</summary>
internal sealed class ConverterFolder : IDisposable
{
    public const string Output = "out/net.snn.json", Cache = "cache";

    private static readonly Dictionary<string, string> s_plain = [];

    private readonly TemporaryFolder _folder = new();

    public ConverterFolder()
    {
        TinyModel.Write(PathOf("tiny.onnx"));
        CalibrationData.Write(PathOf("calibration.npy"));
    }

    public string Root => _folder.Root;

    public string Network => PathOf(Output);

    public string[] CacheEntries => FilesIn(Cache, "*.snn");

    public string[] Strays => FilesIn("", "*.tmp");

    public string PathOf(string relative) => _folder.PathOf(relative);

    public string Write(string relative, string text) => _folder.Write(relative, text);

    /// <summary>The arguments of a conversion to <see cref="Output"/> through <see cref="Cache"/>, and more.</summary>
    public static string[] Arguments(params string[] more) => ArgumentsTo(Output, more);

    public static string[] ArgumentsTo(string output, params string[] more) =>
        ["convert", "tiny.onnx", "--output", output, "--cache", Cache, "--calibration", "calibration.npy", .. more];

    public Task<SnnGenResult> ConvertAsync(params string[] more) => SnnGenProcess.RunAsync(Root, Arguments(more));

    public Task<SnnGenResult> ConvertAsync(IReadOnlyDictionary<string, string> environment, params string[] more) =>
        SnnGenProcess.RunAsync(Root, environment, Arguments(more));

    public Task<SnnGenResult> ConvertAsync(Func<Process, CancellationToken, Task> meanwhile, params string[] more) =>
        SnnGenProcess.RunAsync(Root, s_plain, meanwhile, Arguments(more));

    /// <summary>The bytes that an undisturbed conversion gives.</summary>
    public async Task<byte[]> UndisturbedAsync(params string[] more)
    {
        (await ConvertAsync(more)).ShouldSucceed();
        return File.ReadAllBytes(Network);
    }

    /// <summary>Lets the next conversion begin anew.</summary>
    public void Forget()
    {
        File.Delete(Network);
        foreach (string entry in CacheEntries)
            File.Delete(entry);
    }

    /// <summary>Nothing that is there is half: the output is absent or whole, and so is each entry of the cache.</summary>
    public void ShouldHoldOnlyWholeFiles(byte[] network)
    {
        if (File.Exists(Network))
            Assert.Equal(network, File.ReadAllBytes(Network));
        foreach (string entry in CacheEntries)
            Assert.NotNull(CacheEntry.Open(Path.GetFileNameWithoutExtension(entry), File.ReadAllText(entry)));
    }

    public void Dispose() => _folder.Dispose();

    private string[] FilesIn(string folder, string pattern) =>
        Directory.Exists(PathOf(folder)) ? Directory.GetFiles(PathOf(folder), pattern, SearchOption.AllDirectories) : [];
}
