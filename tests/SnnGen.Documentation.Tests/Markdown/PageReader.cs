using Markdig;
using Markdig.Syntax;
using MarkdownBlock = Markdig.Syntax.CodeBlock;

namespace SnnGen.Documentation.Tests.Markdown;

/// <summary>Finds the blocks of code of a page, fenced and indented ones.</summary>
internal static class PageReader
{
    private const string CommentStart = "<!--", CommentEnd = "-->";

    /// <summary>The blocks in order.</summary>
    /// <param name="page">The page's name.</param>
    /// <param name="text">Its Markdown.</param>
    /// <exception cref="FormatException">A hint is not known.</exception>
    public static IReadOnlyList<CodeBlock> Read(string page, string text)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(text, new MarkdownPipelineBuilder().UsePipeTables().Build());
        return [.. document.Descendants<MarkdownBlock>().Select(block => new CodeBlock(
            page, block.Line + 1, (block as FencedCodeBlock)?.Info ?? "", $"{block.Lines}\n", HintsBefore(block)))];
    }

    private static Hints HintsBefore(MarkdownBlock block)
    {
        ContainerBlock siblings = block.Parent!;
        int end = siblings.IndexOf(block), start = end;
        while (start > 0 && siblings[start - 1] is HtmlBlock)
            start--;
        return siblings.Skip(start).Take(end - start).Cast<HtmlBlock>()
            .SelectMany(html => html.Lines.ToString().Split(CommentEnd, StringSplitOptions.TrimEntries))
            .Where(comment => comment.StartsWith(CommentStart, StringComparison.Ordinal))
            .Aggregate(new Hints(), (hints, comment) => hints.With(comment[CommentStart.Length..].Trim()));
    }
}
