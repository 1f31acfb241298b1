using System.Text.RegularExpressions;

namespace SnnGen.Documentation.Tests.Checks;

/// <summary>Takes the text of a shell apart: as much of its grammar as pages need.</summary>
internal static partial class ShellText
{
    private static readonly string[] s_separators = ["&&", "|", ";"];

    /// <summary>The commands in order, each as its words, without quotes, comments and settings of variables.</summary>
    public static IEnumerable<string[]> Commands(string text)
    {
        foreach (string line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            var command = new List<string>();
            foreach (string word in Word().Matches(line).Select(match => match.Value).TakeWhile(word => word[0] != '#').Append(";"))
            {
                if (!s_separators.Contains(word))
                    command.Add(word.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal));
                else if (command.SkipWhile(part => Assignment().IsMatch(part)).ToArray() is { Length: > 0 } words)
                {
                    yield return words;
                    command.Clear();
                }
            }
        }
    }

    [GeneratedRegex("""([^\s"']|"[^"]*"|'[^']*')+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\w+=")]
    private static partial Regex Assignment();
}
