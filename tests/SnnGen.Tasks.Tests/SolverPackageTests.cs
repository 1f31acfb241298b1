using SnnGen.Tasks.Running;
using SnnGen.Tasks.Tests.Support;

namespace SnnGen.Tasks.Tests;

public sealed class SolverPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SolverPackageTests() => _folder.Write("tool/snngen.deps.json", $$"""
        { "targets": { ".NETCoreApp,Version=v10.0": {
          "Google.OrTools/9.15.6755": { "dependencies": { "Google.Protobuf": "3.0.0" } },
          "Google.OrTools.runtime.{{RuntimeIdentifier.Current}}/9.15.6755": {},
          "Google.OrTools.runtime.other-cpu/9.15.6755": {} } } }
        """);

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Missing() => SolverPackage.Missing(_folder.PathOf("tool"), [_folder.PathOf("a"), _folder.PathOf("b")]);

    [Fact]
    public void Asks_for_this_machines_libraries_only() =>
        Assert.Equal(["Google.OrTools/9.15.6755", $"Google.OrTools.runtime.{RuntimeIdentifier.Current}/9.15.6755"], Missing());

    [Fact]
    public void Looks_in_every_package_folder_for_the_exact_version()
    {
        _folder.Write("a/google.ortools/9.15.6755/x", "");
        _folder.Write($"b/google.ortools.runtime.{RuntimeIdentifier.Current}/9.16.0/x", "");
        Assert.Equal([$"Google.OrTools.runtime.{RuntimeIdentifier.Current}/9.15.6755"], Missing());

        _folder.Write($"b/google.ortools.runtime.{RuntimeIdentifier.Current}/9.15.6755/x", "");
        Assert.Empty(Missing());
    }

    [Fact]
    public void A_converter_built_from_source_has_the_libraries_beside_it()
    {
        _folder.Write("tool/runtimes/x", "");

        Assert.Empty(Missing());
    }
}
