namespace SampleApp.Terminal;

/// <summary>A table with a label at the left of each row and numbers at the right of each column.</summary>
internal sealed class Table(params string[] headers)
{
    private const string Gap = "   ";
    private readonly List<(string Label, string[] Cells)> _rows = [];

    /// <param name="label">What the row is about.</param>
    /// <param name="cells">As many as there are headers.</param>
    public void Add(string label, IEnumerable<string> cells) => _rows.Add((label, [.. cells]));

    public void Write(Screen screen)
    {
        int labelWidth = _rows.Max(row => row.Label.Length);
        int[] widths = [.. headers.Select((header, i) => Math.Max(header.Length, _rows.Max(row => row.Cells[i].Length)))];
        screen.Line(new string(' ', labelWidth) + screen.Styled(Style.Bold, Join(headers, widths)));
        foreach ((string label, string[] cells) in _rows)
            screen.Line(screen.Styled(Style.Faint, label.PadRight(labelWidth)) + Join(cells, widths));
    }

    private static string Join(string[] cells, int[] widths) =>
        string.Concat(cells.Select((cell, i) => Gap + cell.PadLeft(widths[i])));
}
