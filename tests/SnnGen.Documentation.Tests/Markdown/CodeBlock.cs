namespace SnnGen.Documentation.Tests.Markdown;

/// <summary>A block of code in a page.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Line">The line at which it starts, from 1.</param>
/// <param name="Language">The word behind the fence; empty where there is none, or no fence.</param>
/// <param name="Text">The code, without the fence.</param>
/// <param name="Hints">What the page says to the test about it.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Text, Hints Hints)
{
    /// <summary>Where it is, as an editor takes it.</summary>
    public string Place => $"{Page}:{Line}";
}
