using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>The same model and data give the same network file on every machine.</summary>
public sealed class ConvertDeterminismTests : IDisposable
{
    private static readonly string[] s_digits =
    [
        "convert", Path.Combine(RepositoryFolder.Root, "sample-app/Models/digits.onnx"),
        "--calibration", Path.Combine(RepositoryFolder.Root, "sample-app/Data/digits-train-images-idx3-ubyte.gz"), "--output", "digits.snn.json",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processors_do_not_matter()
    {
        (string Name, string Value)[] processors =
        [
            ("DOTNET_PROCESSOR_COUNT", "1"), ("DOTNET_PROCESSOR_COUNT", "7"), ("DOTNET_EnableAVX2", "0"), ("DOTNET_EnableHWIntrinsic", "0"),
            ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F"),
        ];
        string expected = await ConvertAsync([]);

        foreach ((string name, string value) in processors)
            Assert.True(expected == await ConvertAsync(new() { [name] = value }), name);
    }

    [Arm64LibrariesFact]
    public async Task ARM64_gives_what_x64_gives()
    {
        string expected = await ConvertAsync([]);
        using var tool = new Arm64Tool();

        tool.Run(_folder.Root, s_digits).ShouldSucceed();

        Assert.Equal(expected, Result());
    }

    private async Task<string> ConvertAsync(Dictionary<string, string> environment)
    {
        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, environment, s_digits);
        Assert.True(result.ExitCode == 0, result.Error);
        return Result();
    }

    private string Result()
    {
        string network = File.ReadAllText(_folder.PathOf("digits.snn.json"));
        File.Delete(_folder.PathOf("digits.snn.json"));
        return network;
    }
}
