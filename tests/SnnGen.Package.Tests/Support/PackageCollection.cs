namespace SnnGen.Package.Tests.Support;

/// <summary>All tests share one package and run one after the other: each build wants the machine for itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PackageCollection : ICollectionFixture<PackageFixture>
{
    public const string Name = "package";
}
