using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SnnGen.Generators.Usage;

/// <summary>The length of an array or span where the code shows it.</summary>
/// <param name="Length">Elements.</param>
/// <param name="Size">The constant expression of the length; null where the elements are listed.</param>
internal sealed record KnownLength(long Length, ExpressionSyntax? Size)
{
    /// <summary>The length of a value, created in place or by the initializer of a variable that keeps it; null where it is not known.</summary>
    public static KnownLength? Of(IOperation value)
    {
        if (value.SemanticModel is not { } model || value.Syntax is not ExpressionSyntax expression)
            return null;
        ExpressionSyntax plain = Plain(expression);
        return OfCreation(plain, model)
            ?? (SteadyVariable.Initializer(plain, value, model) is { } initializer ? OfCreation(Plain(initializer), model) : null);
    }

    // By syntax: what stackalloc and collection expressions are as operations differs between versions of the compiler.
    private static KnownLength? OfCreation(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ArrayCreationExpressionSyntax array => OfSize(array.Type, array.Initializer, model),
        StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } array => OfSize(type, array.Initializer, model),
        ImplicitArrayCreationExpressionSyntax array => OfElements(array.Initializer),
        ImplicitStackAllocArrayCreationExpressionSyntax array => OfElements(array.Initializer),
        InitializerExpressionSyntax list when list.IsKind(SyntaxKind.ArrayInitializerExpression) => OfElements(list),
        CollectionExpressionSyntax list when list.Elements.All(element => element is ExpressionElementSyntax) =>
            new KnownLength(list.Elements.Count, null),
        _ => null,
    };

    private static KnownLength? OfSize(ArrayTypeSyntax type, InitializerExpressionSyntax? elements, SemanticModel model)
    {
        if (elements is not null)
            return OfElements(elements);
        if (type.RankSpecifiers.Count != 1 || type.RankSpecifiers[0].Sizes is not { Count: 1 } sizes)
            return null;
        ExpressionSyntax size = sizes[0];
        return model.GetConstantValue(size).Value switch
        {
            int length => new KnownLength(length, size),
            long length => new KnownLength(length, size),
            uint length => new KnownLength(length, size),
            byte length => new KnownLength(length, size),
            _ => null,
        };
    }

    private static KnownLength OfElements(InitializerExpressionSyntax elements) => new(elements.Expressions.Count, null);

    private static ExpressionSyntax Plain(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Plain(inner.Expression),
        CastExpressionSyntax inner => Plain(inner.Expression),
        PostfixUnaryExpressionSyntax inner when inner.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Plain(inner.Operand),
        _ => expression,
    };
}
