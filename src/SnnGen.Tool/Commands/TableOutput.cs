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
}
