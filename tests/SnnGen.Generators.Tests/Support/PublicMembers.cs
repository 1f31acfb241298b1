using System.Text;
using Microsoft.CodeAnalysis;

namespace SnnGen.Generators.Tests.Support;

/// <summary>What code outside an assembly can use of it, in text: a declaration a line.</summary>
internal static class PublicMembers
{
    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The public types of a compilation's own code, each with its members in order of their text.</summary>
    public static string Of(Microsoft.CodeAnalysis.Compilation compilation)
    {
        var text = new StringBuilder();
        Write(compilation.Assembly.GlobalNamespace, text);
        return text.ToString();
    }

    private static void Write(INamespaceOrTypeSymbol container, StringBuilder text)
    {
        if (container is INamedTypeSymbol type)
        {
            text.Append(type.ToDisplayString(s_format.WithMemberOptions(SymbolDisplayMemberOptions.None))).Append('\n');
            foreach (string member in type.GetMembers().Where(IsListed).Select(member => member.ToDisplayString(s_format)).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        IEnumerable<INamespaceOrTypeSymbol> inner = container.GetMembers().OfType<INamespaceOrTypeSymbol>().Where(IsPublic);
        foreach (INamespaceOrTypeSymbol symbol in inner.OrderBy(symbol => symbol.ToDisplayString(), StringComparer.Ordinal))
            Write(symbol, text);
    }

    private static bool IsPublic(ISymbol symbol) => symbol is INamespaceSymbol || symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected;

    // The parts of a property are in its own line, and every structure has a constructor that nobody wrote.
    private static bool IsListed(ISymbol member) =>
        IsPublic(member) && member is not ITypeSymbol and not IMethodSymbol { AssociatedSymbol: not null }
        && !(member.IsImplicitlyDeclared && member.ContainingType.IsValueType);
}
