using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SnnGen.Generators.Tests.Compilation;

/// <summary>A project that uses SnnGen: its compilation, with the generator run over its network files.</summary>
internal static class Consumer
{
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> s_framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A library with every warning on.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
        s_framework.Add(MetadataReference.CreateFromFile(typeof(Consumer).Assembly.Location)),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    public static GeneratorDriver Driver(IEnumerable<NetworkFile> files, ProjectOptions? options = null) => CSharpGeneratorDriver.Create(
        [new SpikingNetworkGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        options ?? new ProjectOptions(("RootNamespace", "App")),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The run's result.</summary>
    public static GeneratorRunResult Generate(params NetworkFile[] files) =>
        Driver(files).RunGenerators(Compilation()).GetRunResult().Results.Single();

    /// <summary>The generated class (not its tables) as text.</summary>
    public static string ClassText(params NetworkFile[] files) => Generate(files).GeneratedSources
        .Single(source => !source.HintName.StartsWith("SnnGen.Runtime", StringComparison.Ordinal)
            && !source.HintName.EndsWith(".Tables.g.cs", StringComparison.Ordinal))
        .SourceText.ToString();

    /// <summary>Compiles the sources together with what is generated; no warning is tolerated.</summary>
    public static CSharpCompilation Compile(IEnumerable<NetworkFile> files, params string[] sources)
    {
        Driver(files).RunGeneratorsAndUpdateCompilation(
            Compilation(sources), out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return (CSharpCompilation)output;
    }
}
