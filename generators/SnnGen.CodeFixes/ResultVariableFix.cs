using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SnnGen.Generators.Diagnostics;

namespace SnnGen.CodeFixes;

/// <summary>SNN3002: puts what a call returns into a variable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultVariableFix))]
public sealed class ResultVariableFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.IgnoredResult.Id);

    /// <summary>All calls of a file at once: two variables of one method need two names.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async static (context, document, diagnostics) => await DeclareAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => ResultVariable.CanDeclare(Statement(root, diagnostic))))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Put the result into a variable",
                    cancellation => DeclareAsync(context.Document, ImmutableArray.Create(diagnostic), cancellation),
                    equivalenceKey: nameof(ResultVariableFix)),
                diagnostic);
        }
    }

    private static async Task<Document> DeclareAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        ExpressionStatementSyntax[] statements = [.. diagnostics.Select(diagnostic => Statement(root, diagnostic)).Where(ResultVariable.CanDeclare)];
        var names = new VariableNames();
        var variables = statements.OrderBy(statement => statement.SpanStart)
            .ToDictionary(statement => statement, statement => ResultVariable.Declare(statement, model, names));
        return document.WithSyntaxRoot(root.ReplaceNodes(statements, (statement, _) => variables[statement]));
    }

    private static ExpressionStatementSyntax Statement(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>()!;
}
