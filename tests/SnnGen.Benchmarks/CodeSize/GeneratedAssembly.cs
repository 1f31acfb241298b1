using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators;
using SnnGen.Generators.Tests.Compilation;

namespace SnnGen.Benchmarks.CodeSize;

/// <summary>A class library that the compiler makes of a network file alone, as a Release build does.</summary>
internal static class GeneratedAssembly
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Bytes of a library without a network.</summary>
    public static long EmptySize { get; } = Emit([]);

    /// <summary>Bytes of a library with the class of a network and all that the class needs.</summary>
    /// <param name="path">The .snn.json file.</param>
    public static long Size(string path) => Emit([new NetworkFile(path, File.ReadAllText(path), ("SnnClassName", "Network"), ("SnnNamespace", "App"))]);

    private static long Emit(NetworkFile[] files)
    {
        var compilation = CSharpCompilation.Create("Library", [], s_references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true));
        CSharpGeneratorDriver.Create([new SpikingNetworkGenerator().AsSourceGenerator()], files, s_parsing, new ProjectOptions(("RootNamespace", "App")))
            .RunGeneratorsAndUpdateCompilation(compilation, out Microsoft.CodeAnalysis.Compilation output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        return result.Success ? image.Length : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
