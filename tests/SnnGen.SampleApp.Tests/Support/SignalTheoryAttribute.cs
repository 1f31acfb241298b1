namespace SnnGen.SampleApp.Tests.Support;

/// <summary>A theory on signals of Unix, which Windows does not have. A shell makes what it starts in the background ignore SIGINT.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SignalTheoryAttribute : TheoryAttribute
{
    private const string Status = "/proc/self/status", Ignored = "SigIgn:";

    public SignalTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no signals"
        : IgnoresInterrupts() ? "the tests were started so that they ignore SIGINT, and so does what they start"
        : null;

    private static bool IgnoresInterrupts() =>
        File.Exists(Status)
        && File.ReadLines(Status).Single(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is var line
        && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) >> 1 & 1) != 0;
}
