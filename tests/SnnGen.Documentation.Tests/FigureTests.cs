using SnnGen.Documentation.Tests.Building;

namespace SnnGen.Documentation.Tests;

/// <summary>The figures of the pages show what is computed.</summary>
public sealed class FigureTests
{
    private static readonly string s_figures = Path.Combine(RepositoryFolder.Root, "docs", "figures");

    [PlainPythonFact]
    public void Figures_are_what_their_script_draws()
    {
        using var folder = new TemporaryFolder();
        Command.Run(folder.Root, [], Python.Path!, Path.Combine(s_figures, "draw.py"), folder.Root);

        Assert.Equal(Directory.GetFiles(s_figures, "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal), folder.Files);
        Assert.All(folder.Files, file => Assert.Equal(File.ReadAllText(Path.Combine(s_figures, file)), File.ReadAllText(folder.PathOf(file))));
    }
}
