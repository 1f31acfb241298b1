using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SnnGen.Tasks.Running;

/// <summary>Asks a process to end, so that it can remove its temporary files.</summary>
internal static class ProcessStopper
{
    private const int Terminate = 15;
    private const int GraceMilliseconds = 2000;

    /// <summary>
    /// Sends SIGTERM and waits a moment. On Windows, which has no such signal for a console program, it returns at once:
    /// the caller then kills the process, and nothing but a temporary file can be left.
    /// </summary>
    public static void RequestStop(Process process)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return;
        try
        {
            if (!process.HasExited && Kill(process.Id, Terminate) == 0)
                process.WaitForExit(GraceMilliseconds);
        }
        catch (InvalidOperationException)
        {
            // It ended, or was never started, in the meantime.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
