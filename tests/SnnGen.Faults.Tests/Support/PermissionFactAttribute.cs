namespace SnnGen.Faults.Tests.Support;

/// <summary>A test of permissions, by a user whom they bind and who can read the tests' folder; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PermissionFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> s_canRun = new(() => !OperatingSystem.IsWindows()
        && ShellCommand.Run(ShellCommand.Unprivileged[0], [.. ShellCommand.Unprivileged[1..], "dotnet", "exec", typeof(Program).Assembly.Location, "--version"]) == 0);

    public PermissionFactAttribute() => Skip = s_canRun.Value ? null : "needs Unix, and as root setpriv and a tests' folder that everybody may read";
}
