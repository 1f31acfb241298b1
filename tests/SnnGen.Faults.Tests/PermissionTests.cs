using System.Runtime.Versioning;
using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

/// <summary>What may not be written or read is said once, and what is there stays.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PermissionTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0x1FF, ReadOnly = (UnixFileMode)0x16D;

    private static readonly Dictionary<string, string> s_plain = [];

    private readonly ConverterFolder _folder = new();

    public PermissionTests() => File.SetUnixFileMode(_folder.Root, Everybody);

    public void Dispose()
    {
        foreach (string folder in Directory.GetDirectories(_folder.Root))
            File.SetUnixFileMode(folder, Everybody);
        _folder.Dispose();
    }

    [PermissionFact]
    public async Task A_folder_that_may_not_be_written_is_SNN1011()
    {
        Directory.CreateDirectory(_folder.PathOf("sealed"));
        File.SetUnixFileMode(_folder.PathOf("sealed"), ReadOnly);

        (await RunAsync("--output", "sealed/net.snn.json")).ShouldFail(1, "sealed/net.snn.json", "SNN1011");
        (await RunAsync("--output", "sealed/new/net.snn.json")).ShouldFail(1, "sealed/new/net.snn.json", "SNN1011");
        SnnGenResult cache = await RunAsync("--output", "net.snn.json", "--cache", "sealed");
        Assert.Matches(@"\Asealed/[^\n]+ : error SNN1011: [^\n]+make its folder writable[^\n]+\n\z", cache.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.PathOf("sealed")));
    }

    [PermissionFact]
    public async Task A_model_or_inputs_that_may_not_be_read_are_named()
    {
        File.SetUnixFileMode(_folder.PathOf("calibration.npy"), UnixFileMode.None);
        (await RunAsync("--output", "net.snn.json", "--cache", "cache")).ShouldFail(1, "calibration.npy", "SNN1006");

        File.SetUnixFileMode(_folder.PathOf("tiny.onnx"), UnixFileMode.None);
        (await RunAsync("--output", "net.snn.json", "--cache", "cache")).ShouldFail(1, "tiny.onnx", "SNN1001");
    }

    [PermissionFact]
    public async Task An_entry_of_the_cache_that_may_not_be_read_is_made_again_and_one_of_another_user_is_used()
    {
        File.SetUnixFileMode(Directory.CreateDirectory(_folder.PathOf("cache")).FullName, Everybody);
        (await RunAsync("--output", "net.snn.json", "--cache", "cache")).ShouldSucceed();
        string entry = Assert.Single(_folder.CacheEntries);
        byte[] expected = File.ReadAllBytes(entry);

        File.SetUnixFileMode(entry, UnixFileMode.UserWrite);
        (await RunAsync("--output", "net.snn.json", "--cache", "cache")).ShouldSucceed();
        Assert.Equal(expected, File.ReadAllBytes(entry));

        // As root, who now owns it.
        File.Copy(entry, entry + ".copy");
        File.Move(entry + ".copy", entry, overwrite: true);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(entry, old);
        (await RunAsync("--output", "net.snn.json", "--cache", "cache")).ShouldSucceed();
        if (Environment.IsPrivilegedProcess)
            Assert.Equal(old, File.GetLastWriteTimeUtc(entry));
    }

    private Task<SnnGenResult> RunAsync(params string[] options) => SnnGenProcess.RunBehindAsync(
        ShellCommand.Unprivileged, _folder.Root, s_plain, ["convert", "tiny.onnx", "--calibration", "calibration.npy", .. options]);
}
