using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SnnGen.Generators.Tests.Usage;

/// <summary>Source text with the places of expected diagnostics: <c>{|SNN3001:place|}</c>.</summary>
internal sealed partial record Markup(string Text, IReadOnlyList<string> Diagnostics)
{
    public static Markup Parse(string text)
    {
        var diagnostics = new List<string>();
        while (Mark().Match(text) is { Success: true } mark)
        {
            string place = mark.Groups["place"].Value;
            diagnostics.Add(Describe(mark.Groups["id"].Value, new TextSpan(mark.Index, place.Length)));
            text = text[..mark.Index] + place + text[(mark.Index + mark.Length)..];
        }
        return new Markup(text, diagnostics);
    }

    public static string Describe(string id, TextSpan span) => $"{id} at {span}";

    [GeneratedRegex(@"\{\|(?<id>SNN\d{4}):(?<place>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
