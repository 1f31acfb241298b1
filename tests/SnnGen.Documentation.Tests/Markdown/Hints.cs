namespace SnnGen.Documentation.Tests.Markdown;

/// <summary>
/// What HTML comments before a block say to the test, invisible to the reader: <c>&lt;!-- test: run --&gt;</c>.
/// </summary>
/// <param name="Run">The block is run, and a block of text that follows is what it must print.</param>
/// <param name="File">The block is the content of this file of the page's folder.</param>
/// <param name="Into">The block goes into this project file.</param>
/// <param name="Given">Code that the reader is to imagine before the block.</param>
internal sealed record Hints(bool Run = false, string? File = null, string? Into = null, string Given = "")
{
    private const string Prefix = "test:";

    /// <summary>These hints and that of one more comment; a comment that is none changes nothing.</summary>
    /// <param name="comment">The text between the marks of the comment.</param>
    /// <exception cref="FormatException">It is a hint that nobody understands.</exception>
    public Hints With(string comment)
    {
        if (!comment.StartsWith(Prefix, StringComparison.Ordinal))
            return this;
        string hint = comment[Prefix.Length..].Trim();
        string value = hint[(hint.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
        return hint.Split(' ')[0] switch
        {
            "run" => this with { Run = true },
            "file" => this with { File = value },
            "into" => this with { Into = value },
            "given" => this with { Given = $"{Given}{value}\n" },
            _ => throw new FormatException($"'{comment}' is no hint"),
        };
    }
}
