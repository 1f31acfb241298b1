using SnnGen.Tool.Tests.Support;

namespace SnnGen.Tool.Tests.Commands;

/// <summary>snngen doctor: what a machine has, and what to do where it has not.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_machine_that_runs_these_tests_is_well()
    {
        string output = (await SnnGenProcess.RunAsync(_folder.Root, "doctor")).ShouldSucceed().Output;

        Assert.All(["System", ".NET runtime", ".NET SDK", "OR-Tools", "cores", "Project folder", "Temporary folder"], text => Assert.Contains(text, output));
        Assert.DoesNotContain("!", output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public async Task An_SDK_that_is_not_there_is_named_with_its_cure()
    {
        _folder.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("install the .NET SDK 10 or later", result.Output);
    }

    [UnprivilegedFact]
    public async Task A_folder_that_cannot_be_written_is_named_with_its_cure()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Root, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        SnnGenResult result = await SnnGenProcess.RunAsync(_folder.Root, "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cannot be written", result.Output);
    }
}
