using SnnGen.Documentation.Tests.Markdown;

namespace SnnGen.Documentation.Tests;

/// <summary>No block of a page is missed, and none is taken for another.</summary>
public sealed class PageReaderTests
{
    private const string Page = """
        # A page

        ```csharp
        first();
        ```

        <!-- test: run -->
        <!-- test: file a b.py -->
        ```python
        second()

        second()
        ```

        - In a list:

          ```text
          third
          ```

        A paragraph.

            fourth, indented

        ~~~
        fifth, without a language
        ~~~
        """;

    private static readonly IReadOnlyList<CodeBlock> s_blocks = PageReader.Read("page.md", Page);

    [Fact]
    public void Finds_blocks_of_every_form()
    {
        Assert.Equal(["csharp", "python", "text", "", ""], s_blocks.Select(block => block.Language));
        Assert.Equal(
            ["first();\n", "second()\n\nsecond()\n", "third\n", "fourth, indented\n", "fifth, without a language\n"], s_blocks.Select(block => block.Text));
    }

    [Fact]
    public void Knows_where_a_block_is() => Assert.Equal("page.md:3", s_blocks[0].Place);

    [Fact]
    public void Reads_the_hints_of_a_block_only()
    {
        Assert.Equal(new Hints(), s_blocks[0].Hints);
        Assert.Equal(new Hints(Run: true, File: "a b.py"), s_blocks[1].Hints);
    }

    [Fact]
    public void Refuses_a_hint_that_nobody_understands() =>
        Assert.Throws<FormatException>(() => PageReader.Read("page.md", "<!-- test: skip -->\n```csharp\nx\n```\n"));

    [Fact]
    public void Every_page_has_its_blocks_read() =>
        Assert.All(["README.md", "docs/nir.md", "src/SnnGen/README.md"], page => Assert.NotEmpty(Pages.Blocks(page)));
}
