using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SnnGen.Generators.Tests.Compilation;

/// <summary>A project that uses SnnGen: its compilation, with the generator run over its network files.</summary>
internal static class Consumer
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Consumer).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A library with every warning on, those of missing documentation among them.</summary>
    public static CSharpCompilation Compilation(ConsumerSettings settings, params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions(settings))),
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: settings.ChecksOverflow,
            allowUnsafe: settings.AllowsUnsafe,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999));

    public static GeneratorDriver Driver(ConsumerSettings settings, params NetworkFile[] files) => CSharpGeneratorDriver.Create(
        [new SpikingNetworkGenerator().AsSourceGenerator()],
        files,
        ParseOptions(settings),
        new ProjectOptions(("RootNamespace", "App")),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generator's result for a project without code of its own.</summary>
    public static GeneratorRunResult Generate(params NetworkFile[] files)
    {
        var settings = new ConsumerSettings();
        return Driver(settings, files).RunGenerators(Compilation(settings)).GetRunResult().Results.Single();
    }

    /// <summary>Compiles the sources together with what is generated; no warning is tolerated.</summary>
    public static CSharpCompilation Compile(ConsumerSettings settings, NetworkFile[] files, params string[] sources)
    {
        CSharpCompilation output = CompileWithErrors(settings, files, sources, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return output;
    }

    /// <summary>The same, for files of which the generator refuses some; the compiler itself must not complain.</summary>
    public static CSharpCompilation CompileWithErrors(
        ConsumerSettings settings, NetworkFile[] files, string[] sources, out ImmutableArray<Diagnostic> diagnostics)
    {
        CSharpCompilation output = Generate(settings, files, sources, out diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return output;
    }

    /// <summary>The sources together with what is generated. The compiler has not looked at them yet: it does when they are loaded.</summary>
    public static CSharpCompilation Generate(
        ConsumerSettings settings, NetworkFile[] files, string[] sources, out ImmutableArray<Diagnostic> diagnostics)
    {
        Driver(settings, files).RunGeneratorsAndUpdateCompilation(
            Compilation(settings, sources), out Microsoft.CodeAnalysis.Compilation output, out diagnostics);
        return (CSharpCompilation)output;
    }

    private static CSharpParseOptions ParseOptions(ConsumerSettings settings) => new(settings.Version, DocumentationMode.Diagnose);
}
