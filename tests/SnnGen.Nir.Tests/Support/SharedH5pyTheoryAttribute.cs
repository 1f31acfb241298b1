using SnnGen.Conversion.Tests.Support;

namespace SnnGen.Nir.Tests.Support;

/// <summary>A theory on files that lie beside the repository, which runs Python with h5py.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedH5pyTheoryAttribute : TheoryAttribute
{
    public SharedH5pyTheoryAttribute() => Skip = SharedData.SkipReason ?? H5py.SkipReason;
}
