using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SnnGen.CodeFixes;

/// <summary>Names for new variables, each given once.</summary>
internal sealed class VariableNames
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> _taken = [];

    /// <summary>
    /// <paramref name="name"/>, with a number where it is needed: a word that the member of <paramref name="place"/> uses for anything is not taken.
    /// </summary>
    public string Next(string name, SyntaxNode place)
    {
        HashSet<string> taken = TakenBy(Scope(place));
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
            free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    // Top-level statements share the variables of the file.
    private static SyntaxNode Scope(SyntaxNode place) => place.Ancestors()
        .FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();

    private HashSet<string> TakenBy(SyntaxNode scope)
    {
        if (!_taken.TryGetValue(scope, out HashSet<string>? names))
        {
            names = [.. scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
            _taken.Add(scope, names);
        }
        return names;
    }
}
