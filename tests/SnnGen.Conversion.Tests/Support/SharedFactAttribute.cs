namespace SnnGen.Conversion.Tests.Support;

/// <summary>A test on MNIST data and models that lie beside the repository and are not part of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Folder is null)
            Skip = "the folder ../shared with MNIST and the trained models is not beside this repository";
    }
}
