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
        string feed = Path.Combine(Root, "feed");
        using DotnetCommand pack = DotnetCommand.Start(
            BuildContext.RepositoryRoot, "pack", "src/SnnGen", "--no-build", "-c", BuildContext.Configuration, "-o", feed, $"-p:PackageVersion={Version}");
        pack.Finish().ShouldSucceed();
        PackagePath = Path.Combine(feed, $"SnnGen.{Version}.nupkg");
        File.WriteAllText(Path.Combine(Root, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" /></config>
              <packageSources><add key="feed" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{BuildContext.PackageFolder}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public string Root { get; }

    public string Version { get; }

    public string PackagePath { get; }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }
}
