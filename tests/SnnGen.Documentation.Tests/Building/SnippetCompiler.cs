using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SnnGen.Documentation.Tests.Checks;
using SnnGen.Generators;
using SnnGen.Generators.Tests.Compilation;

namespace SnnGen.Documentation.Tests.Building;

/// <summary>Compiles C# of a page with the classes that the generator makes of its networks, as a new project would.</summary>
internal static class SnippetCompiler
{
    /// <summary>Namespace of the generated classes.</summary>
    public const string Namespace = "App";

    private const string Usings = $"""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using {Namespace};
        namespace {Namespace}; 
        """;

    /// <summary>What a fragment may leave unused: variables, fields and functions.</summary>
    private static readonly string[] s_fragments = ["CS0168", "CS0219", "CS0169", "CS0649", "CS8321"];

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Whether a text has statements outside of types, which make it a program.</summary>
    public static bool IsProgram(string text) => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    /// <summary>Puts statements in front of those of a text, behind its using directives.</summary>
    public static string Prepend(string statements, string text)
    {
        SyntaxList<UsingDirectiveSyntax> usings = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Usings;
        return text.Insert(usings.Count == 0 ? 0 : usings.FullSpan.End, statements);
    }

    /// <summary>Compiles; a warning is an error.</summary>
    /// <exception cref="BlockException">It does not compile.</exception>
    public static Compilation Compile(bool isProgram, IEnumerable<string> sources, IEnumerable<NetworkFile> networks)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "App",
            sources.Append(Usings).Select(source => CSharpSyntaxTree.ParseText(source, options)),
            s_references,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new SpikingNetworkGenerator().AsSourceGenerator()], networks, options, new ProjectOptions(("RootNamespace", Namespace)))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> generator);
        Diagnostic[] complaints =
        [
            .. generator.Concat(output.GetDiagnostics())
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !s_fragments.Contains(diagnostic.Id)),
        ];
        BlockException.ThrowUnless(complaints.Length == 0, string.Join('\n', complaints.Select(complaint => complaint.ToString())));
        return output;
    }
}
