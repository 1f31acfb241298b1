using System.Diagnostics;
using System.Text;

namespace SnnGen.Tool.Tests.Support;

/// <summary>Runs snngen as a build does: a process of its own, whose streams are read as UTF-8.</summary>
internal static class SnnGenProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private static readonly Dictionary<string, string> s_plain = [];

    public static Task<SnnGenResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, s_plain, arguments);

    public static Task<SnnGenResult> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(folder, environment, (_, _) => Task.CompletedTask, arguments);

    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Further environment variables.</param>
    /// <param name="meanwhile">What happens to the process while it runs.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<SnnGenResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, Func<Process, CancellationToken, Task> meanwhile, params string[] arguments) =>
        RunBehindAsync([], folder, environment, meanwhile, arguments);

    /// <summary>Runs it behind a command that changes what it may do.</summary>
    public static Task<SnnGenResult> RunBehindAsync(string[] before, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunBehindAsync(before, folder, environment, (_, _) => Task.CompletedTask, arguments);

    private static async Task<SnnGenResult> RunBehindAsync(
        string[] before, string folder, IReadOnlyDictionary<string, string> environment, Func<Process, CancellationToken, Task> meanwhile, string[] arguments)
    {
        string[] command = [.. before, "dotnet", "exec", typeof(Program).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        await meanwhile(process, limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new SnnGenResult(process.ExitCode, await output, await error);
    }
}
