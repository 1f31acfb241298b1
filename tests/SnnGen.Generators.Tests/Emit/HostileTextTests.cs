using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SnnGen.Generators.Tests.Compilation;
using SnnGen.Generators.Tests.Networks;
using SnnGen.Spiking;

namespace SnnGen.Generators.Tests.Emit;

/// <summary>Whatever a network file or an item names, the code is the same but for the names, or there is one clear error.</summary>
public class HostileTextTests
{
    /// <summary>Texts that end a comment, a string, an element or a line, or look like something else. The first is harmless.</summary>
    private static readonly string[] s_texts =
    [
        "text", "*/ class X { } /*", "\nclass X { }", "\r\nclass X { }", "\u0085class X { }", "\u2028class X { }", "\u2029class X { }", "\u000Bclass\u000C",
        "</summary><script>alert(1)</script>", "]]>", "<![CDATA[", "<!--", "-->", "&", "&amp;&#10;class X { }", "&undefined;", "<see cref=\"Y\"/>", "<", ">", "\"", "'", "\"\"\"",
        "\\", "\\u000Aclass", "{", "}", "{{0}}", "#line 1 \"x.cs\"", "#endif", "#pragma warning restore", "///", "// ", "/// <param name=\"q\">", "\0", "a\0b", "\u001B[31mred",
        "\u202Eesrever\u202C", "\u2066\u2069", "\u200Bzero\uFEFF", "\uD800", "\uDC00\uD800", "😀", "e\u0301", "\uFFFE\uFFFF", "\uFDD0", "class", "@class", "value__", "Label",
        "..", "../../x", "CON", " ", "", "%0a", "$(Path)", new('x', 100_000), Repeat("😀"), Repeat("<&\n"),
    ];

    private static readonly string[] s_words =
    [
        "System", "SnnGen", "Microsoft", "global", "var", "dynamic", "record", "partial", "file", "required", "scoped", "field", "await", "where", "value", "Span", "Vector",
        "Math", "Object", "Byte", "__arglist", "_", "größe",
    ];

    [Theory]
    [InlineData("Modern")]
    [InlineData("Portable")]
    public void Texts_of_a_network_change_no_code(string profile)
    {
        NetworkFile[] files =
        [
            .. s_texts.Select((text, i) => new NetworkFile(
                "net.snn.json", Network(text, text + " 2"), ("SnnClassName", $"N{i}"), ("SnnModelPath", $"a{text}.onnx"), ("SnnProfile", profile))),
        ];
        Consumer.Compile(new ConsumerSettings(), files);
        ILookup<string, GeneratedSourceResult> sources = Consumer.Generate(files).GeneratedSources.ToLookup(source => source.HintName.Split('.')[1]);

        SyntaxKind[] expected = Shape(sources["N0"]);
        Assert.NotEmpty(expected);
        Assert.All(s_texts.Select((_, i) => i), i => Assert.Equal(expected, Shape(sources[$"N{i}"])));
    }

    [Theory]
    [InlineData("SnnClassName")]
    [InlineData("SnnNamespace")]
    [InlineData("SnnVisibility")]
    [InlineData("SnnProfile")]
    public void Names_of_an_item_give_their_class_or_one_error_in_one_line(string metadata)
    {
        NetworkFile[] files = [.. s_texts.Select((text, i) => new NetworkFile(
            $"net{i}.snn.json", TinyNetwork.Int8(), (metadata, text), ("SnnModelPath", text), metadata == "SnnNamespace" ? ("SnnVisibility", "public") : ("SnnNamespace", $"App{i}")))];
        CSharpCompilation output = Consumer.CompileWithErrors(new ConsumerSettings(), files, [], out var diagnostics);

        int classes = output.SyntaxTrees.Count(tree => tree.FilePath.EndsWith(".Tables.g.cs", StringComparison.Ordinal) && !tree.FilePath.Contains("SnnGen.Runtime.", StringComparison.Ordinal));
        Assert.Equal(files.Length, diagnostics.Length + classes);
        Assert.InRange(classes, 1, files.Length - 1);
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain(diagnostic.GetMessage(null), c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E'));
    }

    [Theory]
    [InlineData("Modern")]
    [InlineData("Portable")]
    public void Words_of_the_language_and_its_libraries_are_names(string profile) => Consumer.Compile(
        new ConsumerSettings(),
        [
            .. s_words.SelectMany((word, i) => new NetworkFile[]
            {
                new("net.snn.json", Network(word, "other"), ("SnnClassName", word), ("SnnNamespace", $"App{i}"), ("SnnProfile", profile)),
                new("net.snn.json", Network(word, "other"), ("SnnNamespace", word), ("SnnProfile", profile)),
                new("net.snn.json", Network(word, "other"), ("SnnNamespace", $"App.{word}.{word}"), ("SnnProfile", profile)),
            }),
        ]);

    private static SpikingNetwork Network(string text, string other)
    {
        SpikingNetwork network = TinyNetwork.Int8();
        return network with
        {
            Name = text,
            Layers = network.Layers.Select((layer, l) => layer with { Name = l == 0 ? text : other }).ToEquatableArray(),
            Labels = new([text, other]),
            Metadata = new([new(text, text), new("key", other)]),
        };
    }

    /// <summary>All tokens, directives and elements of documentation, without the text of comments and of names.</summary>
    private static SyntaxKind[] Shape(IEnumerable<GeneratedSourceResult> sources) =>
    [
        .. sources.Select(source => source.SyntaxTree.GetRoot()).SelectMany(root => root.DescendantNodesAndTokens(descendIntoTrivia: true)
            .Where(part => !IsText(part))
            .Select(part => part.Kind())
            .Concat(root.DescendantTrivia(descendIntoTrivia: true)
                .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective)
                .Select(trivia => trivia.Kind()))),
    ];

    private static bool IsText(SyntaxNodeOrToken part) =>
        part.AsNode() is XmlTextSyntax || part.Parent is XmlTextSyntax || part.IsKind(SyntaxKind.XmlTextLiteralToken) || part.IsKind(SyntaxKind.XmlEntityLiteralToken);

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 5000));
}
