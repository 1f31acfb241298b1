using System.Globalization;
using System.Text;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>
/// Text of files and of their names as a part of a line for people. A line end in it could pass for a message of the build, an
/// escape sequence could change the terminal, and marks of direction or of no width could make it look like another.
/// </summary>
internal static class OneLine
{
    private const int MostCharacters = 10_000;

    /// <summary>The text, with what has no shape of its own as C# writes it, such as <c>\n</c> and <c>\u202E</c>; cut where it is very long.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        int i = 0;
        while (i < text.Length && i < MostCharacters)
        {
            int length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsVisible(text, i))
                line.Append(text, i, length);
            else
                Escape(line, text, i, length);
            i += length;
        }
        return i < text.Length ? line.Append("...").ToString() : line.ToString();
    }

    // Joiners belong to the spelling of some languages, and to emoji.
    private static bool IsVisible(string text, int index) => text[index] is '\u200C' or '\u200D' || (text[index] < '\uFFFE'
        && CharUnicodeInfo.GetUnicodeCategory(text, index) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static void Escape(StringBuilder line, string text, int start, int length)
    {
        for (int i = start; i < start + length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    line.Append("\\n");
                    break;
                case '\r':
                    line.Append("\\r");
                    break;
                case '\t':
                    line.Append("\\t");
                    break;
                default:
                    line.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }
    }
}
