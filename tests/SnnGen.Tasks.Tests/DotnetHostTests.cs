using SnnGen.Tasks.Running;

namespace SnnGen.Tasks.Tests;

public sealed class DotnetHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Is_the_host_of_the_build_else_the_one_of_the_SDK_else_any()
    {
        string host = _folder.Write("host/" + DotnetHost.FileName, ""), sdk = _folder.Write("sdk/" + DotnetHost.FileName, "");
        string root = Path.GetDirectoryName(sdk)! + Path.DirectorySeparatorChar;

        Assert.Equal(host, DotnetHost.Find(host, root));
        Assert.Equal(sdk, DotnetHost.Find(null, root));
        Assert.Equal(sdk, DotnetHost.Find(_folder.PathOf("gone"), root));
        Assert.Equal(DotnetHost.FileName, DotnetHost.Find("", ""));
        Assert.Equal(OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet", DotnetHost.FileName);
    }
}
