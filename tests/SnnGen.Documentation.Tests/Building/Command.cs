using System.Diagnostics;
using System.Text;
using SnnGen.Documentation.Tests.Checks;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Runs a command to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    // Small networks are not trained by threads that wait.
    private static readonly (string Name, string Value)[] s_ofPython = [("PYTHONIOENCODING", "utf-8"), ("OMP_NUM_THREADS", "1")];

    /// <summary>What it prints.</summary>
    /// <exception cref="BlockException">It failed.</exception>
    public static string Run(string folder, (string Name, string Value)[] environment, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        InnerEnvironment.Apply(start, [.. s_ofPython, .. environment]);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new BlockException($"{command} does not end");
        }
        BlockException.ThrowUnless(process.ExitCode == 0, $"{command} failed:\n{output.Result}{error.Result}");
        return output.Result;
    }
}
