using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SnnGen.CodeFixes;

/// <summary>The statement <c>var result = call;</c> in the place of <c>call;</c>.</summary>
internal static class ResultVariable
{
    /// <summary>Whether a declaration may stand where the statement stands: not as the body of an <c>if</c> or a loop.</summary>
    public static bool CanDeclare(ExpressionStatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    public static StatementSyntax Declare(ExpressionStatementSyntax statement, SemanticModel model, VariableNames names)
    {
        string name = names.Next(NameFor(model.GetTypeInfo(statement.Expression).Type), statement);
        // The call stays as it was written, with its line breaks and comments.
        string text = $"var {name} = {statement.WithoutLeadingTrivia().ToFullString()}";
        return SyntaxFactory.ParseStatement(text, options: statement.SyntaxTree.Options).WithLeadingTrivia(statement.GetLeadingTrivia());
    }

    private static string NameFor(ITypeSymbol? type) => type?.Name switch
    {
        "SpikeTrain" => "spikes",
        "State" => "state",
        "Result" => "result",
        _ => "output",
    };
}
