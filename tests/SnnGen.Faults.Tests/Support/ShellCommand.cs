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

    /// <summary>The command that makes another one obey permissions, which do not bind root.</summary>
    public static string[] Unprivileged { get; } = Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"]
        : ["env"];
}
