namespace SnnGen.Tests.Support;

/// <summary>A theory on MNIST data and models that lie beside the repository and are not part of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.SkipReason;
}
