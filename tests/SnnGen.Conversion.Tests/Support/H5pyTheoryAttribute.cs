namespace SnnGen.Conversion.Tests.Support;

/// <summary>A theory that runs Python with h5py.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class H5pyTheoryAttribute : TheoryAttribute
{
    public H5pyTheoryAttribute() => Skip = H5py.SkipReason;
}
