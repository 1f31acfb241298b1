using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>A project of C# 7.3 with networks of the portable profile; no warning is tolerated.</summary>
internal static class PortableConsumer
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp7_3, DocumentationMode.Diagnose);

    public static NetworkFile File(int index, SpikingNetwork network) => new($"net{index}.snn.json", network, ("SnnProfile", "Portable"));

    /// <summary>The classes Net0Snn, Net1Snn and so on.</summary>
    public static CSharpCompilation Compile(IEnumerable<SpikingNetwork> networks, string[] sources, bool checksOverflow = false)
    {
        CSharpCompilation output = Generate(networks, sources, checksOverflow);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return output;
    }

    /// <summary>The same, before the compiler has looked at them: it does when they are loaded.</summary>
    public static CSharpCompilation Generate(IEnumerable<SpikingNetwork> networks, string[] sources, bool checksOverflow = false)
    {
        CSharpCompilation project = CSharpCompilation.Create(
            "Consumer",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, s_options)),
            Consumer.Compilation(new ConsumerSettings()).References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: checksOverflow, warningLevel: 9999));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SpikingNetworkGenerator().AsSourceGenerator()],
            networks.Select((network, index) => (AdditionalText)File(index, network)),
            s_options,
            new ProjectOptions(("RootNamespace", "App")));
        driver.RunGeneratorsAndUpdateCompilation(project, out Microsoft.CodeAnalysis.Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return (CSharpCompilation)output;
    }
}
