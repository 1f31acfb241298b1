namespace SnnGen.Conversion.Tests.Support;

/// <summary>A test that runs Python with h5py.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class H5pyFactAttribute : FactAttribute
{
    public H5pyFactAttribute() => Skip = H5py.SkipReason;
}
