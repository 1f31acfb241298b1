using System.Runtime.InteropServices;
using SnnGen.Faults.Tests.Support;

namespace SnnGen.Faults.Tests;

/// <summary>The converter's own files or its memory are not as they should be.</summary>
public sealed class ConverterInstallationTests : IDisposable
{
    private readonly ConverterFolder _folder = new();
    private readonly string _tool;

    public ConverterInstallationTests()
    {
        _tool = _folder.PathOf("tool");
        CopyTool(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, _tool);
    }

    public void Dispose() => _folder.Dispose();

    private string Library => Directory.GetFiles(Path.Combine(_tool, "runtimes"), "*google-ortools-native.*", SearchOption.AllDirectories).Single();

    /// <summary>The folder of this system's native libraries, as NuGet names it.</summary>
    private static string Platform => $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    [Fact]
    public async Task A_solver_that_is_gone_empty_damaged_or_of_another_processor_is_one_message_with_a_cure()
    {
        byte[] library = File.ReadAllBytes(Library);
        string path = Library;
        byte[] foreign = library[..4096];
        foreign[18] ^= 0xFF; // The processor in an ELF header.
        foreach (byte[]? content in new[] { null, [], [.. Enumerable.Repeat((byte)7, 1000)], foreign })
        {
            File.Delete(path);
            if (content is not null)
                File.WriteAllBytes(path, content);
            await ShouldMissTheSolverAsync();
        }
        File.Delete(Path.Combine(_tool, "Google.OrTools.dll"));
        await ShouldMissTheSolverAsync();
    }

    [Fact]
    public async Task Memory_that_runs_out_is_one_message_with_a_cure()
    {
        var fiveMebibytes = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "500000" };

        SnnGenResult result = await SnnGenProcess.RunAsync(
            _folder.Root, fiveMebibytes, "convert", "tiny.onnx", "--output", ConverterFolder.Output, "--calibration-count", "1000000");

        Assert.Matches(@"\Atiny.onnx : error SNN1019: memory ran out; [^\n]+-m:1[^\n]+\n\z", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.False(File.Exists(_folder.Network));
        Assert.Empty(_folder.Strays);
    }

    private async Task ShouldMissTheSolverAsync()
    {
        string[] arguments = ConverterFolder.Arguments("--objective", "linf");
        using DotnetCommand command = DotnetCommand.Start(_folder.Root, ["exec", Path.Combine(_tool, "snngen.dll"), .. arguments]);
        CommandResult result = await Task.Run(command.Finish);

        Assert.Matches(@"\Atiny.onnx : error SNN1019: the solver's library cannot be loaded: [^\n]*(?i)or-?tools[^\n]+restore the project[^\n]+\n+\z", result.Output);
        Assert.Equal(1, result.ExitCode);
        Assert.False(File.Exists(_folder.Network));
    }

    private static void CopyTool(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(from, file);
            if (relative.StartsWith("runtimes", StringComparison.Ordinal) && !relative.Contains(Platform, StringComparison.Ordinal))
                continue;
            string target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
