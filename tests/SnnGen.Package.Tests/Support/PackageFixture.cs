using System.Globalization;

namespace SnnGen.Package.Tests.Support;

/// <summary>
/// The package, packed once into a folder feed, and a place for projects outside the source tree. Their package folder
/// is their own; the machine's is a fallback, so that the solver is not fetched again.
/// </summary>
public class PackageFixture : IDisposable
{
    public PackageFixture()
        : this("0.0.1-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <param name="version">The version to pack.</param>
    protected PackageFixture(string version)
    {
        // Blanks and letters beyond ASCII in every path.
        Root = Directory.CreateTempSubdirectory("snngen pækkage ").FullName;
        Version = version;
        Feed = Path.Combine(Root, "feed");
        PackagePath = Pack("SnnGen", "--no-build");
        WriteConfiguration(Path.Combine(Root, "NuGet.config"), "");
        OfflineConfiguration = Path.Combine(Root, "offline.config");
        WriteConfiguration(OfflineConfiguration, "<clear />");
    }

    public string Root { get; }

    public string Version { get; }

    public string PackagePath { get; }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>A configuration of NuGet that knows no source but <see cref="Feed"/>.</summary>
    public string OfflineConfiguration { get; }

    /// <summary>Packs another project of <c>src</c> into the feed, and returns the package.</summary>
    public string Pack(string project, params string[] arguments)
    {
        using DotnetCommand pack = DotnetCommand.Start(
            BuildContext.RepositoryRoot, ["pack", "src/" + project, "-c", BuildContext.Configuration, "-o", Feed, $"-p:PackageVersion={Version}", .. arguments]);
        pack.Finish().ShouldSucceed();
        return Path.Combine(Feed, $"{project}.{Version}.nupkg");
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    private void WriteConfiguration(string path, string before) => File.WriteAllText(path, $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" /></config>
          <packageSources>{before}<add key="feed" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><add key="machine" value="{BuildContext.PackageFolder}" /></fallbackPackageFolders>
        </configuration>
        """);
}
