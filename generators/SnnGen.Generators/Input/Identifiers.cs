using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SnnGen.Generators.Input;

/// <summary>C# identifiers out of free text.</summary>
internal static class Identifiers
{
    // A name in an assembly has at most 1023 bytes of UTF-8, three a letter, and needs room for a number.
    private const int Longest = 200;

    /// <summary>
    /// Letters and digits of <paramref name="text"/>, each run starting with a capital; <c>_</c> before a leading
    /// digit. Empty where there are none.
    /// </summary>
    public static string ToPascalCase(string text)
    {
        var name = new StringBuilder();
        bool startsPart = true;
        foreach (char c in text)
        {
            bool isPart = char.IsLetterOrDigit(c) && SyntaxFacts.IsIdentifierPartCharacter(c);
            if (isPart)
                name.Append(startsPart ? char.ToUpperInvariant(c) : c);
            startsPart = !isPart;
        }
        if (name.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>The identifiers of several texts, all different and not too long; <paramref name="fallback"/> where a text gives none.</summary>
    public static string[] Unique(IEnumerable<string> texts, string fallback)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. texts.Select((text, index) =>
        {
            string name = ToPascalCase(text);
            name = name.Substring(0, Math.Min(name.Length, Longest));
            if (name.Length == 0)
                name = fallback + Emit.Text.Literal.Of(index);
            string unique = name;
            for (int copy = 2; !used.Add(unique); copy++)
                unique = name + "_" + Emit.Text.Literal.Of(copy);
            return unique;
        })];
    }

    /// <summary>An identifier, or a dotted name, as it is written in C#: keywords get an @.</summary>
    public static string Escape(string name) => string.Join(".", name.Split('.').Select(
        part => SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(part) == SyntaxKind.None
            ? part
            : "@" + part));
}
