using System.Reflection;

namespace SnnGen.Package.Tests.Support;

/// <summary>What the build of this test project knew.</summary>
internal static class BuildContext
{
    public static string Configuration => Metadata(nameof(Configuration));

    public static string RepositoryRoot => Metadata(nameof(RepositoryRoot));

    /// <summary>The machine's package folder, where the restore of this repository has put the solver.</summary>
    public static string PackageFolder => Metadata(nameof(PackageFolder));

    /// <summary>This machine's, as the SDK names it, such as <c>linux-x64</c>.</summary>
    public static string RuntimeIdentifier => Metadata(nameof(RuntimeIdentifier));

    private static string Metadata(string key) => typeof(BuildContext).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
