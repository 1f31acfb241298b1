using System.Globalization;
using System.Text;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Data;

/// <summary>
/// Text with one sample a line, its numbers separated by comma, semicolon or tab and written with a decimal point; the
/// first line may be a header.
/// </summary>
internal static class CsvReader
{
    /// <summary>Bound on the characters of one line, so that a small compressed file cannot ask for all memory.</summary>
    private const int LongestLine = 1 << 24;

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>The first <paramref name="limit"/> samples, or all where it is not positive.</summary>
    public static DataSet Read(ByteSource source, int limit)
    {
        using var reader = new StreamReader(source.Stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, leaveOpen: true);
        var values = new List<float>();
        int columns = 0, count = 0;
        char separator = default;
        for (int line = 1; (limit <= 0 || count < limit) && ReadLine(reader, line) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (columns == 0)
                separator = Separators.FirstOrDefault(text.Contains, ',');
            string[] cells = text.Split(separator, StringSplitOptions.TrimEntries);
            bool isHeader = columns == 0 && !cells.Any(cell => TryParse(cell, out _));
            if (columns != 0 && cells.Length != columns)
                throw new DataFault($"line {line} has {cells.Length} columns where the first has {columns}");
            columns = cells.Length;
            if (isHeader)
                continue;
            values.AddRange(cells.Select((cell, column) => TryParse(cell, out float value)
                ? value
                : throw new DataFault($"line {line}, column {column + 1}: '{Shorten(cell)}' is not a number")));
            if (values.Count > ArrayDecoder.MaximumElements)
                throw new DataFault($"it is too large: at most {ArrayDecoder.MaximumElements} numbers are read");
            count++;
        }
        return count > 0
            ? new DataSet(TensorShape.Of(columns), count, [.. values], IsByteData: false)
            : throw new DataFault("it holds no samples");
    }

    private static string? ReadLine(StreamReader reader, int line)
    {
        var text = new StringBuilder();
        int next = reader.Read();
        if (next < 0)
            return null;
        for (; next >= 0 && next is not ('\n' or '\r'); next = reader.Read())
        {
            if (text.Length == LongestLine)
                throw new DataFault($"line {line} is longer than {LongestLine} characters");
            text.Append((char)next);
        }
        if (next == '\r' && reader.Peek() == '\n')
            reader.Read();
        return text.ToString();
    }

    private static bool TryParse(string cell, out float value) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static string Shorten(string cell) => cell.Length <= 20 ? cell : cell[..20] + "…";
}
