using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Agreement;

/// <summary>The generated classes of some networks. They share a compilation, because compiling is most of the time.</summary>
internal static class GeneratedNetworks
{
    public static LoadedAssembly Load(params SpikingNetwork[] networks) => Load(networks, checksOverflow: false);

    /// <param name="networks">The networks.</param>
    /// <param name="checksOverflow">Whether arithmetic that leaves its type throws.</param>
    /// <param name="warns">Whether the generator may warn, of stack use for instance.</param>
    public static LoadedAssembly Load(SpikingNetwork[] networks, bool checksOverflow, bool warns = false)
    {
        CSharpCompilation compilation = Consumer.Generate(
            new ConsumerSettings(ChecksOverflow: checksOverflow),
            [.. networks.Select((network, i) => new NetworkFile($"net{i}.snn.json", network))],
            [.. networks.Select((network, i) => RunnerSource.Write($"Net{i}Snn", network))],
            out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics.Where(diagnostic => !warns || diagnostic.Severity == DiagnosticSeverity.Error));
        return new LoadedAssembly(compilation);
    }

    public static INetworkRunner Runner(LoadedAssembly assembly, int index) =>
        assembly.Create<INetworkRunner>($"Runners.Net{index}SnnRunner");
}
