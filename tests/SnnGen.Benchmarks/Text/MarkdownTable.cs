namespace SnnGen.Benchmarks.Text;

/// <summary>A Markdown table, written row by row as the figures come in.</summary>
internal sealed class MarkdownTable
{
    private readonly TextWriter _writer;

    public MarkdownTable(TextWriter writer, params string[] columns)
    {
        _writer = writer;
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    public void Row(params string[] cells) => _writer.WriteLine($"| {string.Join(" | ", cells)} |");
}
