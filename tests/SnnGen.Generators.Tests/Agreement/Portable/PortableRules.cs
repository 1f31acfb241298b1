using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SnnGen.Generators.Tests.Agreement.Portable;

/// <summary>
/// What a class of the portable profile may consist of: itself, numbers, arrays, and the few members of the runtime that
/// even small ones have. Tests compile this; two test projects share it.
/// </summary>
internal static class PortableRules
{
    private static readonly SyntaxKind[] s_forbidden =
    [
        SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement, SyntaxKind.QueryExpression, SyntaxKind.SimpleLambdaExpression,
        SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.AnonymousMethodExpression, SyntaxKind.UnsafeStatement, SyntaxKind.FixedStatement,
        SyntaxKind.PointerType, SyntaxKind.StackAllocArrayCreationExpression, SyntaxKind.GenericName, SyntaxKind.NullableType, SyntaxKind.TupleType,
        SyntaxKind.TupleExpression, SyntaxKind.RefType, SyntaxKind.UsingDirective, SyntaxKind.YieldReturnStatement, SyntaxKind.AwaitExpression,
        SyntaxKind.InterpolatedStringExpression, SyntaxKind.LocalFunctionStatement, SyntaxKind.StructDeclaration, SyntaxKind.AttributeList,
    ];

    private static readonly string[] s_members =
    [
        "System.Array.Clear(System.Array, int, int)", "System.Array.Copy(System.Array, System.Array, int)", "System.Array.Length",
        "System.ArgumentException.ArgumentException(string)", "System.ArgumentNullException.ArgumentNullException(string)",
        "System.ArgumentOutOfRangeException.ArgumentOutOfRangeException(string)", "System.InvalidOperationException.InvalidOperationException(string)",
        "int.MaxValue", "int.MinValue", "float.IsNaN(float)", "double.IsNaN(double)", "System.Math.Tanh(double)", "System.Math.Exp(double)",
    ];

    /// <summary>Everything in a file that breaks the rules, each with its line.</summary>
    /// <param name="compilation">What the file is part of.</param>
    /// <param name="tree">The file.</param>
    /// <param name="isFixedPoint">Whether floating point is out of place.</param>
    public static string[] Violations(CSharpCompilation compilation, SyntaxTree tree, bool isFixedPoint)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        SyntaxNode[] nodes = [.. tree.GetRoot().DescendantNodes()];
        return
        [
            .. from node in nodes
               let problem = Problem(model, node, isFixedPoint)
               where problem is not null
               select $"line {node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {problem}: {node.ToString().Split('\n')[0]}",
        ];
    }

    private static string? Problem(SemanticModel model, SyntaxNode node, bool isFixedPoint) =>
        s_forbidden.Contains(node.Kind()) ? node.Kind().ToString()
        : node is BaseObjectCreationExpressionSyntax && !IsThrown(node) ? "an object is made"
        : node is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax && !IsMadeOnce(node) ? "an array is made at a call"
        : node is ExpressionSyntax expression ? Problem(model, expression, isFixedPoint)
        : null;

    private static string? Problem(SemanticModel model, ExpressionSyntax expression, bool isFixedPoint)
    {
        if (model.GetConversion(expression).IsBoxing)
            return "a value is boxed";
        ITypeSymbol? type = model.GetTypeInfo(expression).Type ?? model.GetTypeInfo(expression).ConvertedType;
        if (isFixedPoint && type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal && isFixedPoint)
            return "floating point";
        if (type is { IsRefLikeType: true } or IPointerTypeSymbol or IDynamicTypeSymbol or INamedTypeSymbol { IsGenericType: true })
            return $"type {type}";
        ISymbol? symbol = model.GetSymbolInfo(expression).Symbol;
        bool isForeign = symbol is IMethodSymbol { MethodKind: not MethodKind.BuiltinOperator } or IPropertySymbol or IFieldSymbol or IEventSymbol
            && !symbol.ContainingAssembly.Equals(model.Compilation.Assembly, SymbolEqualityComparer.Default);
        string member = symbol?.ToDisplayString().Replace("?", "") ?? "";
        return isForeign && !s_members.Contains(member) ? $"member {member}" : null;
    }

    private static bool IsThrown(SyntaxNode node) => node.Parent is ThrowStatementSyntax or ThrowExpressionSyntax;

    // Tables are made when the class is first used, state by the constructor.
    private static bool IsMadeOnce(SyntaxNode node) =>
        node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null
        || node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field
            && field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
}
