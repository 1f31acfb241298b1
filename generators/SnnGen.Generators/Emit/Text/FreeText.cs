using System.Globalization;
using System.Text;

namespace SnnGen.Generators.Emit.Text;

/// <summary>Text of a model or a user, made harmless for comments.</summary>
internal static class FreeText
{
    private const int MaximumLength = 200;

    /// <summary>For a <c>//</c> comment: one line, no control characters.</summary>
    public static string Comment(string text)
    {
        var line = new StringBuilder();
        foreach (char c in text.Length > MaximumLength ? text.Substring(0, MaximumLength) + "..." : text)
            line.Append(IsHarmless(c) ? c : ' ');
        return line.ToString().Trim();
    }

    /// <summary>For XML documentation: the same, with markup escaped.</summary>
    public static string Xml(string text) =>
        Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    // Line ends of any kind would end the comment; surrogates and control characters may not stand in XML.
    private static bool IsHarmless(char c) => c <= '\uFFFD' && char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
