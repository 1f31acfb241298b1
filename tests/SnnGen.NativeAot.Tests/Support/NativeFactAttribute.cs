namespace SnnGen.NativeAot.Tests.Support;

/// <summary>A test that publishes a native program for this machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = CrossTools.NativeSkipReason;
}
