using SnnGen.Faults.Tests.Support;
using SnnGen.Tool.Caching;

namespace SnnGen.Faults.Tests;

/// <summary>Whatever became of an entry of the cache: it is noticed, and made again.</summary>
public sealed class DamagedCacheTests : IDisposable
{
    private const string Network = "network of the key\n", Another = "network of another key\n";

    private readonly TemporaryFolder _folder = new();
    private readonly string _entry;
    private readonly byte[] _whole;

    public DamagedCacheTests()
    {
        Assert.False(Lookup("key", Network).IsHit);
        Assert.False(Lookup("another", Another).IsHit);
        _entry = _folder.PathOf("cache/key.snn");
        _whole = File.ReadAllBytes(_entry);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cut_short_anywhere()
    {
        for (int length = 0; length < _whole.Length; length++)
        {
            File.WriteAllBytes(_entry, _whole[..length]);
            ShouldBeMadeAgain();
        }
    }

    [Fact]
    public void A_bit_turned_anywhere()
    {
        for (int i = 0; i < _whole.Length * 8; i += 3)
        {
            byte[] damaged = [.. _whole];
            damaged[i / 8] ^= (byte)(1 << i % 8);
            File.WriteAllBytes(_entry, damaged);
            ShouldBeMadeAgain();
        }
    }

    [Fact]
    public void Replaced_by_the_entry_of_another_key()
    {
        File.Copy(_folder.PathOf("cache/another.snn"), _entry, overwrite: true);
        ShouldBeMadeAgain();
    }

    [Fact]
    public void Replaced_by_zeros_or_noise()
    {
        File.WriteAllBytes(_entry, new byte[_whole.Length]);
        ShouldBeMadeAgain();
        new Random(1).NextBytes(_whole.AsSpan());
        File.WriteAllBytes(_entry, _whole);
        Assert.Equal(new CacheLookup(Network, IsHit: false), Lookup("key", Network));
    }

    [Fact]
    public void Replaced_by_a_folder()
    {
        File.Delete(_entry);
        Directory.CreateDirectory(Path.Combine(_entry, "deeper"));
        ShouldBeMadeAgain();
    }

    [UnixFact]
    public void Replaced_by_a_link_to_nothing_to_itself_or_to_a_folder()
    {
        string folder = Directory.CreateDirectory(_folder.PathOf("mine")).FullName, mine = _folder.Write("mine/file", "mine");
        foreach (string target in new[] { _folder.PathOf("nothing"), _entry, folder })
        {
            File.Delete(_entry);
            File.CreateSymbolicLink(_entry, target);
            ShouldBeMadeAgain();
        }
        Assert.True(File.Exists(mine));
        Assert.False(File.Exists(_folder.PathOf("nothing")));
    }

    [Fact]
    public async Task The_converter_says_nothing_of_it()
    {
        using var folder = new ConverterFolder();
        byte[] expected = await folder.UndisturbedAsync();
        File.WriteAllText(Assert.Single(folder.CacheEntries), "damaged");
        File.Delete(folder.Network);

        Assert.Equal(expected, await folder.UndisturbedAsync());
        folder.ShouldHoldOnlyWholeFiles(expected);
        Assert.NotEqual("damaged", File.ReadAllText(Assert.Single(folder.CacheEntries)));
    }

    private CacheLookup Lookup(string key, string text) =>
        new ConversionCache(_folder.PathOf("cache")).GetOrAdd(key, _ => text, CancellationToken.None);

    private void ShouldBeMadeAgain()
    {
        Assert.Equal(new CacheLookup(Network, IsHit: false), Lookup("key", Network));
        Assert.Equal(new CacheLookup(Network, IsHit: true), Lookup("key", "not asked"));
        Assert.Equal(_whole, File.ReadAllBytes(_entry));
        Assert.Equal(new CacheLookup(Another, IsHit: true), Lookup("another", "not asked"));
    }
}
