using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using SnnGen.Package.Tests.Support;

namespace SnnGen.Package.Tests;

/// <summary>The same commit gives the same package, in any folder, and debuggers find its sources.</summary>
[Collection(PackageCollection.Name)]
public sealed class ReproducibleBuildTests(PackageFixture package)
{
    /// <summary>The kind of debug information that says where sources are to be had.</summary>
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The core properties, whose name is random before NuGet 7, and the list of relations that holds that name.</summary>
    private static readonly string[] s_archive = ["package/services/metadata/core-properties/", "_rels/"];

    [GitFact]
    public void Two_folders_give_the_same_bytes_with_links_to_the_sources()
    {
        var first = new SourceCopy(Path.Combine(package.Root, "clone"));
        var second = new SourceCopy(Path.Combine(package.Root, "another", "clone of it in a longer föhn"));
        using (DotnetCommand one = first.StartPack(), other = second.StartPack())
        {
            one.Finish().ShouldSucceed();
            other.Finish().ShouldSucceed();
        }

        SortedDictionary<string, byte[]> expected = first.Content(), actual = second.Content();
        Assert.Equal(expected.Keys.Where(IsContent), actual.Keys.Where(IsContent));
        Assert.All(expected.Keys.Where(IsContent), name => Assert.True(expected[name].AsSpan().SequenceEqual(actual[name]), name));
        if (expected.Keys.Any(name => name.EndsWith("/nuget.psmdcp", StringComparison.Ordinal)))
            Assert.Equal(File.ReadAllBytes(first.Package), File.ReadAllBytes(second.Package));

        string[] ours = [.. expected.Keys.Where(name => Path.GetFileName(name).StartsWith("snngen", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".dll", StringComparison.Ordinal))];
        Assert.True(ours.Length >= 5, $"{ours.Length} assemblies");
        Assert.All(ours, name => AssertLinksToSources(expected[name], first.Commit));
    }

    private static bool IsContent(string name) => !s_archive.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static void AssertLinksToSources(byte[] assembly, string commit)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader symbols = provider.GetMetadataReader();

        string link = symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition).Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == s_sourceLink)
            .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value))).Single();
        Assert.Equal("{\"documents\":{\"/_/*\":\"https://raw.githubusercontent.com/snngen/snngen/" + commit + "/*\"}}", link);
        Assert.All(symbols.Documents, document => Assert.StartsWith("/_/", symbols.GetString(symbols.GetDocument(document).Name)));
    }
}
