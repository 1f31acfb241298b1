using System.Diagnostics;

namespace SnnGen.NativeAot.Tests.Support;

/// <summary>What a run of the program printed.</summary>
/// <param name="Transcript">All that its networks computed.</param>
/// <param name="Vectors">The widths of vectors that the processor has, in the program's words.</param>
internal sealed record ProgramRun(string Transcript, string Vectors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="settings">Environment variables besides those of this process.</param>
    /// <param name="command">The program and its arguments.</param>
    public static ProgramRun Of((string Name, string Value)[] settings, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> transcript = process.StandardOutput.ReadToEndAsync(), vectors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command[0]} does not end");
        }
        Assert.True(process.ExitCode == 0, vectors.Result);
        return new ProgramRun(transcript.Result, vectors.Result.Trim());
    }
}
