using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SnnGen.Generators.Diagnostics;
using SnnGen.Generators.Usage;

namespace SnnGen.CodeFixes;

/// <summary>SNN3001: writes the network's constant where an array is created with another size.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArraySizeFix))]
public sealed class ArraySizeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.WrongLength.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // Without it there is nothing to write: the elements are listed, or several lengths would do.
            if (!diagnostic.Properties.TryGetValue(LengthCheck.SizeProperty, out string? size) || size is null)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Take the network's own size",
                    cancellation => WriteAsync(context.Document, diagnostic.AdditionalLocations[0], size, cancellation),
                    equivalenceKey: nameof(ArraySizeFix)),
                diagnostic);
        }
        return Task.CompletedTask;
    }

    private static async Task<Document> WriteAsync(Document document, Location place, string size, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var old = (ExpressionSyntax)root.FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        return document.WithSyntaxRoot(root.ReplaceNode(old, SyntaxFactory.ParseExpression(size).WithTriviaFrom(old)));
    }
}
