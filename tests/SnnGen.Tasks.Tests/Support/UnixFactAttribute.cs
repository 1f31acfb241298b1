namespace SnnGen.Tasks.Tests.Support;

/// <summary>A test with a shell script; skipped on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs a shell of Unix" : null;
}
