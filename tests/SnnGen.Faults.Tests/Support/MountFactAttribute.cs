namespace SnnGen.Faults.Tests.Support;

/// <summary>A test that mounts a small disk; skipped where that is not permitted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute() => Skip = SmallDisk.IsPermitted ? null : "mounting a tmpfs needs Linux and root";
}
