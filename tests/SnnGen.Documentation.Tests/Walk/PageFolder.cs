using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Checks;
using SnnGen.Generators.Tests.Compilation;

namespace SnnGen.Documentation.Tests.Walk;

/// <summary>The folder in which a page is followed, and what its reader has made so far.</summary>
internal sealed class PageFolder
{
    /// <param name="root">A folder of its own, outside of the source tree; made where it is not there.</param>
    /// <param name="tools">The commands that a reader has.</param>
    public PageFolder(string root, Tools tools)
    {
        Root = Current = Directory.CreateDirectory(root).FullName;
        Tools = tools;
    }

    public string Root { get; }

    /// <summary>Where the reader's shell is.</summary>
    public string Current { get; set; }

    public Tools Tools { get; }

    /// <summary>Whether networks are converted by all of their data, because the page shows what they compute, and not by a part.</summary>
    public bool ConvertsInFull { get; init; }

    /// <summary>Converted networks that the generator makes classes of.</summary>
    public List<NetworkFile> Networks { get; } = [];

    /// <summary>Source files of the page that are parts of its later ones.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Places of source files that a build of the page's own project has yet to compile.</summary>
    public List<string> Unbuilt { get; } = [];

    public string PathOf(string relative) => Path.Combine(Current, relative);

    /// <summary>Writes a file that a page spells out; without a name there is nothing to write.</summary>
    public void Write(string? relative, string text)
    {
        if (relative is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Puts a block into a project file, before its end.</summary>
    public void Insert(string project, string text)
    {
        string path = PathOf(project);
        BlockException.ThrowUnless(File.Exists(path), $"there is no '{project}' to put the block into");
        File.WriteAllText(path, File.ReadAllText(path).Replace("</Project>", $"{text}</Project>", StringComparison.Ordinal));
    }

    /// <summary>Puts a file there that a page speaks of and does not make.</summary>
    /// <param name="relative">Its path.</param>
    /// <param name="model">The model that it belongs to.</param>
    public void Provide(string relative, string model)
    {
        if (!Path.Exists(PathOf(relative)))
            Stock.Write(PathOf(relative), Path.GetFileName(model));
    }
}
