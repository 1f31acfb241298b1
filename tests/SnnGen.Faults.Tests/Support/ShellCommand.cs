using System.Diagnostics;

namespace SnnGen.Faults.Tests.Support;

/// <summary>What only a shell or a command of the system can do.</summary>
internal static class ShellCommand
{
    private const string Nobody = "65534";

    /// <summary>Runs a command and gives its exit code; −1 where there is no such command.</summary>
    public static int Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    /// <summary>Runs snngen in <paramref name="folder"/> behind a command that changes what it may do.</summary>
    public static async Task<SnnGenResult> SnnGenAsync(string folder, IReadOnlyDictionary<string, string> environment, string[] before, params string[] arguments)
    {
        var start = new ProcessStartInfo(before[0], [.. before[1..], "dotnet", "exec", typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new SnnGenResult(process.ExitCode, await output, await error);
    }

    /// <summary>The command that makes another one obey permissions, which do not bind root.</summary>
    public static string[] Unprivileged { get; } = Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"]
        : ["env"];
}
