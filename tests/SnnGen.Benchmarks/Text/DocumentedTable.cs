using System.Text;

namespace SnnGen.Benchmarks.Text;

/// <summary>A table that is printed, and on demand put into docs/benchmarks.md between its two marks.</summary>
internal static class DocumentedTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="name">Name of its marks: <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>, on lines of their own.</param>
    /// <param name="writesPage">Whether it goes into the page too.</param>
    /// <param name="write">Writes the table.</param>
    public static void Write(string name, bool writesPage, Action<TextWriter> write)
    {
        if (!writesPage)
        {
            write(Console.Out);
            return;
        }
        var text = new StringWriter { NewLine = "\n" };
        write(text);
        Console.Write(text);
        string page = Path.Combine(RepositoryFolder.Root, "docs", "benchmarks.md");
        File.WriteAllText(page, Replace(File.ReadAllText(page), $"<!-- {name} -->\n", $"<!-- /{name} -->\n", text.ToString()), new UTF8Encoding(false));
    }

    private static string Replace(string page, string opening, string closing, string table)
    {
        int start = page.IndexOf(opening, StringComparison.Ordinal), end = page.IndexOf(closing, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? page[..(start + opening.Length)] + "\n" + table + "\n" + page[end..]
            : throw new InvalidOperationException($"docs/benchmarks.md has no marks {opening.Trim()} and {closing.Trim()} on lines of their own");
    }
}
