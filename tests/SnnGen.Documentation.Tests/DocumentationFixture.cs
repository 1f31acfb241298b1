using SnnGen.Documentation.Tests.Building;
using SnnGen.Documentation.Tests.Walk;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Documentation.Tests;

/// <summary>
/// A place outside of the source tree with the package of the version that the pages name, where each page has a folder, and in it
/// the repository, as if it had been cloned there.
/// </summary>
public sealed class DocumentationFixture : PackageFixture
{
    private const string Released = "0.1.0";

    private readonly Tools _tools;

    public DocumentationFixture()
        : base(Released) => _tools = new Tools(Path.Combine(Root, "tools"));

    /// <summary>An empty folder for a page.</summary>
    internal PageFolder FolderOf(string page, bool convertsInFull = false)
    {
        var folder = new PageFolder(Path.Combine(Root, page.Replace('/', '-')), _tools) { ConvertsInFull = convertsInFull };
        Directory.CreateSymbolicLink(folder.PathOf("snngen"), RepositoryFolder.Root);
        return folder;
    }
}
