namespace SnnGen.NativeAot.Tests.Support;

/// <summary>A test that publishes a native program for ARM64 and runs it in an emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Arm64FactAttribute : FactAttribute
{
    public Arm64FactAttribute() => Skip = CrossTools.Arm64SkipReason;
}
