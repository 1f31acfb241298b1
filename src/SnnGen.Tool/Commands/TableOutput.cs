using SnnGen.Tasks.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SnnGen.Tool.Commands;

/// <summary>Prints tables: as wide as the terminal, or unfolded where a file or another program reads them.</summary>
internal static class TableOutput
{
    private const int Unfolded = 1000;

    /// <summary>Prints <paramref name="tables"/>.</summary>
    public static void Write(IRenderable tables)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = Unfolded;
        AnsiConsole.Write(tables);
    }

    /// <summary>Text of a file as a cell or a title.</summary>
    public static string Cell(string text) => Markup.Escape(OneLine.Of(text));
}
