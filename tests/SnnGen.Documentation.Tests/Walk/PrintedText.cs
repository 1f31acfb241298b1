using System.Text.RegularExpressions;
using SnnGen.Documentation.Tests.Checks;

namespace SnnGen.Documentation.Tests.Walk;

/// <summary>
/// Compares what a page shows with what was printed. An ellipsis stands for anything in its line; alone in a line it stands
/// for any number of lines.
/// </summary>
internal static class PrintedText
{
    private const char Ellipsis = '…';

    /// <summary>Throws where they differ.</summary>
    public static void MustEqual(string shown, string printed) => BlockException.ThrowUnless(
        Pattern(Lines(shown)).IsMatch(Lines(printed) + "\n"), $"the page shows\n{shown}but this was printed:\n{printed}");

    private static Regex Pattern(string shown) => new(
        "^" + string.Concat(shown.Split('\n').Select(line => line.Trim() == Ellipsis.ToString()
            ? "(.*\n)*"
            : Regex.Escape(line).Replace(Ellipsis.ToString(), ".*", StringComparison.Ordinal) + "\n")) + "$");

    // Blanks at the end of a line are not seen, and tables have them.
    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()));
}
