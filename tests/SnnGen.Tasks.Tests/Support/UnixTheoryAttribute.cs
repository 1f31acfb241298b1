namespace SnnGen.Tasks.Tests.Support;

/// <summary>A theory with shell scripts; skipped on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "needs a shell of Unix" : null;
}
