using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Tests.Support;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Tests.Caching;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Creates_the_folder_and_leaves_nothing_but_the_file()
    {
        string path = _folder.PathOf("new/folder/net.snn.json");

        Assert.True(AtomicFile.Write(path, "größe\n"));

        Assert.Equal("größe\n"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.PathOf("new/folder")));
    }

    [Fact]
    public void Leaves_a_file_with_the_same_content_alone()
    {
        string path = _folder.Write("net.snn.json", "same");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, old);

        Assert.False(AtomicFile.Write(path, "same"));
        Assert.Equal(old, File.GetLastWriteTimeUtc(path));

        Assert.True(AtomicFile.Write(path, "else"));
        Assert.Equal("else", File.ReadAllText(path));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_stand_in_never_replaces_a_file()
    {
        string path = _folder.PathOf("net.snn.json");

        Assert.True(AtomicFile.WriteIfAbsent(path, "stand-in"));
        Assert.False(AtomicFile.WriteIfAbsent(path, "another"));

        Assert.Equal("stand-in", File.ReadAllText(path));
    }

    [Fact]
    public void A_path_below_a_file_is_SNN1011_with_path_and_cure()
    {
        _folder.Write("blocked", "a file where a folder should be");
        string path = _folder.PathOf("blocked/net.snn.json");

        ConversionDiagnostic diagnostic = Assert.Throws<ConversionException>(() => AtomicFile.Write(path, "x")).Diagnostic;

        Assert.Equal("SNN1011", diagnostic.Descriptor.Id);
        Assert.Equal(path, diagnostic.File);
        Assert.Contains("choose another folder", diagnostic.Message);
    }

    [Fact]
    public void Old_temporary_files_of_the_same_file_are_swept_up()
    {
        string Stray(string name, DateTime time)
        {
            string path = _folder.Write($"{name}.{Guid.NewGuid():N}.tmp", "half a netw");
            File.SetLastWriteTimeUtc(path, time);
            return path;
        }
        string old = Stray("net.snn.json", DateTime.UtcNow.AddHours(-2)), future = Stray("net.snn.json", DateTime.UtcNow.AddYears(70));
        string young = Stray("net.snn.json", DateTime.UtcNow), another = Stray("mine.txt", DateTime.UtcNow.AddYears(-1)), named = _folder.Write("net.snn.json.tmp", "");
        File.SetLastWriteTimeUtc(named, DateTime.UtcNow.AddYears(-1));

        AtomicFile.Write(_folder.PathOf("net.snn.json"), "whole");

        Assert.All([old, future], file => Assert.False(File.Exists(file)));
        Assert.All([young, another, named], file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void Readers_never_see_half_a_file()
    {
        string path = _folder.PathOf("net.snn.json");
        string[] texts = [new('a', 100_000), new('b', 200_000)];
        AtomicFile.Write(path, texts[0]);

        Parallel.For(0, 200, i =>
        {
            if (i % 2 == 0)
                AtomicFile.Write(path, texts[i / 2 % 2]);
            else
                Assert.Contains(File.ReadAllText(path), texts);
        });
    }
}
