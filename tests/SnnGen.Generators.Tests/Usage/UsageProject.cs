using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Generators.Usage;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>
/// A project with one file of its own and the classes <c>NetSnn</c>, <c>EventsSnn</c> and, portable, <c>Small</c>, really
/// generated, of 3 inputs, 2 outputs and 4 time steps; and <c>WideSnn</c> of 100 inputs.
/// </summary>
internal static class UsageProject
{
    private static readonly NetworkFile[] s_networks =
    [
        new("net.snn.json", TinyNetwork.Float32()),
        new("events.snn.json", TinyNetwork.Int8(InputEncoding.Events)),
        new("wide.snn.json", TinyNetwork.Readout(100, 2)),
        new("small.snn.json", TinyNetwork.Float32(), ("SnnProfile", "Portable"), ("SnnClassName", "Small")),
    ];

    private static readonly Lazy<ImmutableArray<GeneratedSourceResult>> s_classes = new(() => Consumer.Generate(s_networks).GeneratedSources);

    /// <summary>The file, in a project that compiles: to a library, or to a program where it has statements of its own.</summary>
    public static async Task<Document> CreateAsync(string text, LanguageVersion version = LanguageVersion.CSharp12)
    {
        var settings = new ConsumerSettings(version);
        CSharpCompilation empty = Consumer.Compilation(settings);
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(empty.References)
            .WithParseOptions(new CSharpParseOptions(version))
            .WithCompilationOptions(empty.Options.WithOutputKind(
                text.StartsWith("//program", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        foreach (GeneratedSourceResult source in s_classes.Value)
            project = project.AddDocument(source.HintName, source.SourceText, filePath: source.HintName).Project;
        Document document = project.AddDocument("Use.cs", text, filePath: "Use.cs");
        await AssertCompilesAsync(document);
        return document;
    }

    /// <summary>What the analyzer says of the file, in its order; asked as an IDE asks, which loses what lies outside the operation that is examined.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Document document)
    {
        SemanticModel model = (await document.GetSemanticModelAsync())!;
        var failures = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: (failure, _, _) => failures.Enqueue(failure), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics =
            await model.Compilation.WithAnalyzers([new UsageAnalyzer()], options).GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Exactly the diagnostics that are marked in <paramref name="text"/> are reported; returns them.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(string text, LanguageVersion version = LanguageVersion.CSharp12)
    {
        Markup markup = Markup.Parse(text);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(await CreateAsync(markup.Text, version));
        Assert.Equal(markup.Diagnostics, diagnostics.Select(diagnostic => Markup.Describe(diagnostic.Id, diagnostic.Location.SourceSpan)));
        return diagnostics;
    }

    /// <summary>The same for statements in a method that has an <c>image</c> of the right length.</summary>
    public static Task<ImmutableArray<Diagnostic>> CheckStatementsAsync(string statements, LanguageVersion version = LanguageVersion.CSharp12) =>
        CheckAsync(InMethod(statements), version);

    public static string InMethod(string statements) => $$"""
        using System;
        using App;

        internal static class Use
        {
            public static void All(byte[] image, int count, ref NetSnn.State state)
            {
                {{statements}}
            }
        }
        """;

    /// <summary>The file has no error; the generated ones are compiled by other tests.</summary>
    public static async Task AssertCompilesAsync(Document document)
    {
        SemanticModel model = (await document.GetSemanticModelAsync())!;
        Assert.Empty(model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
