using SnnGen.NativeAot.Tests.Support;

namespace SnnGen.Documentation.Tests;

/// <summary>A theory that publishes native programs for ARM64 and runs them in an emulator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Arm64TheoryAttribute : TheoryAttribute
{
    public Arm64TheoryAttribute() => Skip = CrossTools.Arm64SkipReason;
}
