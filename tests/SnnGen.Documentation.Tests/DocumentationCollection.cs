namespace SnnGen.Documentation.Tests;

/// <summary>All tests that follow pages share one package and run one after the other: their builds want the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DocumentationCollection : ICollectionFixture<DocumentationFixture>
{
    public const string Name = "documentation";
}
