using Microsoft.CodeAnalysis;

namespace SnnGen.Generators.Usage;

/// <summary>Names for messages.</summary>
internal static class MemberNames
{
    private static readonly SymbolDisplayFormat s_format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>A member with its class, as in <c>MnistSnn.SpikeTrain.Encode</c>.</summary>
    public static string Of(ISymbol member) => member.ToDisplayString(s_format);
}
