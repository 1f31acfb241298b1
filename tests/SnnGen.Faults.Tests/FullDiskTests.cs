using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

/// <summary>A disk has no room, or a file may not be as large: one message says where, and the next run is right.</summary>
public sealed class FullDiskTests : IDisposable
{
    // The runtime maps its code twice through a file of any size, which the limit would forbid, too.
    private static readonly Dictionary<string, string> s_noDoubleMapping = new() { ["DOTNET_EnableWriteXorExecute"] = "0" };

    private readonly ConverterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [MountFact]
    public async Task A_full_disk_below_the_output_the_cache_or_the_report_is_SNN1011_and_keeps_what_was_there()
    {
        byte[] expected = await _folder.UndisturbedAsync();
        using var disk = new SmallDisk(_folder.PathOf("disk"));
        string filler = disk.Fill();

        await ShouldBeFullAsync("disk/net.snn.json", "--output", "disk/net.snn.json");
        await ShouldBeFullAsync("disk/", "--cache", "disk");
        await ShouldBeFullAsync("disk/net.html", "--output", "disk/net.snn.json", "--report");
        await ShouldBeFullAsync("disk/net.nir", "--output", "disk/net.snn.json", "--export-nir");

        File.Delete(filler);
        Assert.Equal(0, (await RunAsync("--output", "disk/net.snn.json")).ExitCode);
        Assert.Equal(expected, File.ReadAllBytes(_folder.PathOf("disk/net.snn.json")));
        disk.Fill();
        await ShouldBeFullAsync("disk/net.snn.json", "--output", "disk/net.snn.json", "--time-steps", "64");
        Assert.Equal(expected, File.ReadAllBytes(_folder.PathOf("disk/net.snn.json")));
    }

    [UnixFact]
    public async Task A_limit_of_the_size_of_files_is_SNN1011_and_leaves_nothing()
    {
        byte[] expected = await _folder.UndisturbedAsync();
        _folder.Forget();

        // One block is 1024 bytes.
        SnnGenResult result = await SnnGenProcess.RunBehindAsync(
            ["bash", "-c", "ulimit -f 1; exec \"$0\" \"$@\""], _folder.Root, s_noDoubleMapping, ConverterFolder.Arguments());

        Assert.Matches(@"\A[^\n]+\.snn : error SNN1011: [^\n]+ free space [^\n]+\n\z", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.False(File.Exists(_folder.Network));
        Assert.Empty(_folder.Strays);
        Assert.Equal(expected, await _folder.UndisturbedAsync());
    }

    private Task<SnnGenResult> RunAsync(params string[] options) => SnnGenProcess.RunAsync(
        _folder.Root, ["convert", "tiny.onnx", "--calibration", "calibration.npy", .. options]);

    private async Task ShouldBeFullAsync(string place, params string[] options)
    {
        SnnGenResult result = await RunAsync(options.Contains("--output") ? options : ["--output", "net.snn.json", .. options]);

        Assert.Matches($@"\A([^\n]+ : warning SNN1017: [^\n]+\n)?{place}[^\n]* : error SNN1011: [^\n]+ free space [^\n]+\n\z", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(_folder.Strays);
    }
}
