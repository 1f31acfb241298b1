using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SnnGen.Generators.Usage;

/// <summary>Local variables and readonly fields that hold what they were initialised with for as long as they live.</summary>
internal static class SteadyVariable
{
    /// <summary>The initializer of the variable that <paramref name="name"/> stands for, or null where its value may be another.</summary>
    /// <param name="name">An expression.</param>
    /// <param name="use">The operation it belongs to.</param>
    /// <param name="model">Of the file it is in.</param>
    public static ExpressionSyntax? Initializer(ExpressionSyntax name, IOperation use, SemanticModel model) => model.GetSymbolInfo(name).Symbol switch
    {
        ILocalSymbol { RefKind: RefKind.None } local when LengthRule.IsSequence(local.Type) && !IsWritten(local, use) =>
            InitializerIn(local, model.SyntaxTree),
        IFieldSymbol { IsReadOnly: true } field when LengthRule.IsSequence(field.Type) && !IsWrittenByAnyMember(field) =>
            InitializerIn(field, model.SyntaxTree),
        _ => null,
    };

    // In the same file only: an analyzer has no cheap way to the meaning of another one.
    private static ExpressionSyntax? InitializerIn(ISymbol variable, SyntaxTree tree) =>
        variable.DeclaringSyntaxReferences is { Length: 1 } references && references[0].SyntaxTree == tree && references[0].GetSyntax() is VariableDeclaratorSyntax declarator
            ? declarator.Initializer?.Value
            : null;

    private static bool IsWritten(ILocalSymbol local, IOperation use)
    {
        IOperation root = use;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Any(operation =>
            operation is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && IsWritten(reference));
    }

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        ITupleOperation tuple => IsWritten(tuple),
        IAssignmentOperation assignment => assignment.Target == reference || assignment is ISimpleAssignmentOperation { IsRef: true },
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IAddressOfOperation => true,
        _ => false,
    };

    // By name: a constructor or an init accessor may also be in another file.
    private static bool IsWrittenByAnyMember(IFieldSymbol field) => field.ContainingType.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes())
        .Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Names(assignment.Left, field),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => Names(argument.Expression, field),
            _ => false,
        });

    private static bool Names(ExpressionSyntax expression, IFieldSymbol field) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name);
}
