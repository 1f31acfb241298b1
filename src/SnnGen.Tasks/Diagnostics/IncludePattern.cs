using System.Text.RegularExpressions;

namespace SnnGen.Tasks.Diagnostics;

/// <summary>Which items an <c>Include</c> or <c>Update</c> can stand for, as far as its text tells.</summary>
internal static class IncludePattern
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(100);

    /// <summary>From the first expression of MSBuild to the end of the last one: it may give any text.</summary>
    private static readonly Regex s_expressions = new(@"[$@%]\(.*\)|[$@%]\(.*$", RegexOptions.Singleline);

    private static readonly Regex s_wildcards = new(@"\\\*\\\*/|\\\*\\\*|\\\*|\\\?");

    /// <summary>Whether one of the parts of <paramref name="list"/>, a name, a glob or an expression, can be <paramref name="itemSpec"/>.</summary>
    public static bool Admits(string list, string itemSpec) => list.Split(';').Any(part => AdmitsOne(part.Trim(), Slashes(itemSpec)));

    /// <summary>Whether a value is as it stands, without an expression of MSBuild.</summary>
    public static bool IsLiteral(string value) => !s_expressions.IsMatch(value);

    /// <summary>The text that MSBuild's escapes, as in <c>%3B</c>, stand for.</summary>
    public static string Unescape(string text) => Uri.UnescapeDataString(text);

    private static bool AdmitsOne(string part, string itemSpec)
    {
        if (part.Length == 0)
            return false;
        string pattern = string.Join(".*", s_expressions.Split(part).Select(text => Glob(Slashes(Unescape(text)))));
        try
        {
            return Regex.IsMatch(itemSpec, $@"\A{pattern}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Glob(string text) => s_wildcards.Replace(Regex.Escape(text), wildcard => wildcard.Value switch
    {
        @"\*\*/" => "(.*/)?",
        @"\*\*" => ".*",
        @"\*" => "[^/]*",
        _ => "[^/]",
    });

    private static string Slashes(string path) => path.Replace('\\', '/');
}
