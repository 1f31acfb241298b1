namespace SnnGen.Tests.Support;

/// <summary>A theory on MNIST data and models that lie beside the repository and are not part of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.SkipReason;

    /// <param name="file">A file of the shared folder, without which the theory is skipped.</param>
    public SharedTheoryAttribute(params string[] file) => Skip = SharedData.SkipReason ?? (File.Exists(SharedData.Path(file))
        ? null
        : $"the file ../shared/{string.Join('/', file)} is not beside this repository");
}
