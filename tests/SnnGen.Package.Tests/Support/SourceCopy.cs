using System.IO.Compression;

namespace SnnGen.Package.Tests.Support;

/// <summary>A clone of the product's sources as they lie in the working tree, with one commit that is the same in every copy.</summary>
internal sealed class SourceCopy
{
    private const string Time = "2020-01-01T00:00:00Z", Epoch = "1577836800";

    private static readonly string[] s_product =
        ["src", "generators", "Directory.*", "global.json", ".editorconfig", ".gitattributes", ".gitignore", "LICENSE", "THIRD-PARTY-NOTICES.md"];

    private readonly string _folder;

    public SourceCopy(string folder)
    {
        _folder = folder;
        string listed = Git(BuildContext.RepositoryRoot, ["ls-files", "-co", "--exclude-standard", "--", .. s_product]);
        foreach (string file in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string source = Path.Combine(BuildContext.RepositoryRoot, file), target = Path.Combine(folder, file);
            if (!File.Exists(source))
                continue; // Deleted, and not committed yet.
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        Git(folder, "init", "-q");
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "copy");
        Git(folder, "remote", "add", "origin", "https://github.com/snngen/snngen.git");
        Commit = Git(folder, "rev-parse", "HEAD").Trim();
    }

    public string Commit { get; }

    /// <summary>Packs as a release is packed; it ends with <see cref="Package"/>.</summary>
    public DotnetCommand StartPack()
    {
        var environment = new Dictionary<string, string> { ["CI"] = "true", ["SOURCE_DATE_EPOCH"] = Epoch };
        // Analyzers change no byte and take a third of the time.
        return DotnetCommand.StartProgram("dotnet", _folder, environment, "pack", "src/SnnGen", "-o", "out", "-p:RunAnalyzers=false");
    }

    /// <summary>The path of the package.</summary>
    public string Package => Directory.GetFiles(Path.Combine(_folder, "out"), "SnnGen.*.nupkg").Single();

    /// <summary>The content of each file in the package.</summary>
    public SortedDictionary<string, byte[]> Content()
    {
        var content = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(Package);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var bytes = new MemoryStream();
            using (Stream stream = entry.Open())
                stream.CopyTo(bytes);
            content.Add(entry.FullName, bytes.ToArray());
        }
        return content;
    }

    private static string Git(string folder, params string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["GIT_AUTHOR_DATE"] = Time, ["GIT_COMMITTER_DATE"] = Time };
        using DotnetCommand git = DotnetCommand.StartProgram("git", folder, environment, ["-c", "core.quotepath=off", .. arguments]);
        return git.Finish().ShouldSucceed().Output;
    }
}
