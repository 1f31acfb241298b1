namespace SnnGen.Tests.Support;

/// <summary>A test on MNIST data and models that lie beside the repository and are not part of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedData.SkipReason;
}
