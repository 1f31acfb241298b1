namespace SnnGen.Tool.Tests.Support;

/// <summary>A test of Unix permissions, which do not bind root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute() =>
        Skip = OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess ? "needs a Unix user other than root" : null;
}
