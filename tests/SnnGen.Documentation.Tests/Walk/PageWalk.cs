using SnnGen.Documentation.Tests.Checks;
using SnnGen.Documentation.Tests.Markdown;

namespace SnnGen.Documentation.Tests.Walk;

/// <summary>Follows a page block by block, as a reader with an empty folder would.</summary>
internal static class PageWalk
{
    private const string Text = "text";

    private static readonly IBlockChecker[] s_checkers =
    [
        new BashChecker(), new CSharpChecker(), new JsonChecker(), new PythonChecker(), new XmlChecker(),
    ];

    /// <summary>What is wrong with the blocks, one line each.</summary>
    /// <param name="blocks">The blocks of a page in order.</param>
    /// <param name="folder">Where they are followed.</param>
    public static IReadOnlyList<string> Problems(IEnumerable<CodeBlock> blocks, PageFolder folder)
    {
        var problems = new List<string>();
        string? printed = null;
        foreach (CodeBlock block in blocks)
        {
            try
            {
                if (block is { Language: Text, Hints.File: null } && printed is not null)
                    PrintedText.MustEqual(block.Text, printed);
                printed = block.Language == Text ? Note(block, folder) : Checker(block).Check(block, folder);
            }
            catch (BlockException e)
            {
                problems.Add($"{block.Place}: {e.Message}");
                printed = null;
            }
        }
        return [.. problems, .. folder.Unbuilt.Select(place => $"{place}: the page never builds this file")];
    }

    /// <summary>Text that nobody printed may be anything: a drawing, an equation, the content of a file.</summary>
    private static string? Note(CodeBlock block, PageFolder folder)
    {
        folder.Write(block.Hints.File, block.Text);
        return null;
    }

    private static IBlockChecker Checker(CodeBlock block)
    {
        BlockException.ThrowUnless(block.Language.Length > 0, "the block has no language; fence it and name one, \"text\" where it is none");
        return s_checkers.FirstOrDefault(checker => checker.Language == block.Language)
            ?? throw new BlockException($"no test takes blocks of '{block.Language}'");
    }
}
