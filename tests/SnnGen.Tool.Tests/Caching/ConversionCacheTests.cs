using SnnGen.Conversion.Diagnostics;
using SnnGen.Tool.Tests.Support;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Tests.Caching;

public sealed class ConversionCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string CacheFolder => _folder.PathOf("cache");

    private string EntryPath(string key) => Path.Combine(CacheFolder, key + ".snn");

    private CacheLookup GetOrAdd(string key, string text, long capacity = ConversionCache.DefaultCapacity) =>
        new ConversionCache(CacheFolder, capacity).GetOrAdd(key, _ => text, CancellationToken.None);

    [Fact]
    public void Converts_once_and_finds_it_again()
    {
        Assert.Equal(new CacheLookup("network\n", IsHit: false), GetOrAdd("key", "network\n"));
        Assert.Equal(new CacheLookup("network\n", IsHit: true), GetOrAdd("key", "not asked"));
        Assert.Equal(new CacheLookup("other", IsHit: false), GetOrAdd("another", "other"));
    }

    [Fact]
    public async Task Eight_at_once_convert_one_key_once()
    {
        int conversions = 0;
        using var start = new Barrier(8);
        IEnumerable<Task<CacheLookup>> lookups = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return new ConversionCache(CacheFolder).GetOrAdd(
                    "key",
                    _ =>
                    {
                        Interlocked.Increment(ref conversions);
                        Thread.Sleep(200);
                        return "network";
                    },
                    CancellationToken.None);
            },
            TaskCreationOptions.LongRunning));

        CacheLookup[] results = await Task.WhenAll(lookups.ToArray());

        Assert.Equal(1, conversions);
        Assert.All(results, result => Assert.Equal("network", result.Text));
        Assert.Equal(7, results.Count(result => result.IsHit));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(70)]
    public void A_truncated_entry_is_converted_again(int length)
    {
        GetOrAdd("key", "a network of some length");
        File.WriteAllText(EntryPath("key"), File.ReadAllText(EntryPath("key"))[..length]);

        Assert.Equal(new CacheLookup("again", IsHit: false), GetOrAdd("key", "again"));
        Assert.True(GetOrAdd("key", "not asked").IsHit);
    }

    [Fact]
    public void A_changed_entry_is_converted_again()
    {
        GetOrAdd("key", "weights 12");
        File.WriteAllText(EntryPath("key"), File.ReadAllText(EntryPath("key")).Replace("12", "13", StringComparison.Ordinal));

        Assert.False(GetOrAdd("key", "weights 12").IsHit);
    }

    [Fact]
    public void A_cancelled_or_failed_conversion_stores_nothing_and_frees_the_lock()
    {
        var cache = new ConversionCache(CacheFolder);
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => cache.GetOrAdd(
            "key",
            _ =>
            {
                source.Cancel();
                return "half";
            },
            source.Token));
        Assert.Throws<InvalidOperationException>(() => cache.GetOrAdd("key", _ => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(CacheFolder, "*.snn"));
        Assert.Equal(new CacheLookup("whole", IsHit: false), GetOrAdd("key", "whole"));
    }

    [Fact]
    public async Task Waiting_for_another_process_can_be_cancelled()
    {
        var cache = new ConversionCache(CacheFolder);
        using var converting = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        Task<CacheLookup> first = Task.Factory.StartNew(
            () => cache.GetOrAdd(
                "key",
                _ =>
                {
                    converting.Set();
                    finish.Wait();
                    return "network";
                },
                CancellationToken.None),
            TaskCreationOptions.LongRunning);
        converting.Wait();
        using var source = new CancellationTokenSource(100);

        Assert.Throws<OperationCanceledException>(() => cache.GetOrAdd("key", _ => "second", source.Token));

        finish.Set();
        Assert.False((await first).IsHit);
    }

    [Fact]
    public void Only_the_entries_used_last_are_kept()
    {
        GetOrAdd("key0", "x");
        long four = 4 * new FileInfo(EntryPath("key0")).Length;
        for (int i = 0; i < 4; i++)
        {
            GetOrAdd($"key{i}", "x", four);
            File.SetLastWriteTimeUtc(EntryPath($"key{i}"), DateTime.UtcNow.AddMinutes(i - 60));
        }
        Assert.True(GetOrAdd("key0", "not asked", four).IsHit);

        GetOrAdd("key4", "x", four);

        Assert.Equal(["key0", "key2", "key3", "key4"], Directory.GetFiles(CacheFolder, "*.snn").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.False(File.Exists(Path.Combine(CacheFolder, "key1.lock")));
    }

    [Fact]
    public void An_entry_that_is_too_large_drives_out_the_others_and_stays()
    {
        GetOrAdd("small", "x", 100);
        GetOrAdd("large", new string('x', 200), 100);

        Assert.Equal(["large"], Directory.GetFiles(CacheFolder, "*.snn").Select(Path.GetFileNameWithoutExtension));
        Assert.True(GetOrAdd("large", "not asked", 100).IsHit);
    }

    [Fact]
    public void Temporary_files_and_locks_of_killed_processes_are_swept_up_after_an_hour()
    {
        string old = _folder.Write($"cache/a.snn.{Guid.NewGuid():N}.tmp", ""), future = _folder.Write($"cache/b.snn.{Guid.NewGuid():N}.tmp", "");
        string young = _folder.Write($"cache/b.snn.{Guid.NewGuid():N}.tmp", ""), oldLock = _folder.Write("cache/a.lock", ""), youngLock = _folder.Write("cache/b.lock", "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        File.SetLastWriteTimeUtc(oldLock, DateTime.UtcNow.AddHours(-2));
        File.SetLastWriteTimeUtc(future, DateTime.UtcNow.AddYears(70));

        GetOrAdd("key", "x");

        Assert.All([old, future, oldLock], file => Assert.False(File.Exists(file)));
        Assert.All([young, youngLock], file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void An_entry_of_a_time_to_come_does_not_outlive_all_others()
    {
        GetOrAdd("future", "x", capacity: 1);
        File.SetLastWriteTimeUtc(EntryPath("future"), new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        GetOrAdd("present", "x", capacity: 1);

        Assert.Equal(["present"], Directory.GetFiles(CacheFolder, "*.snn").Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void A_cache_below_a_file_is_SNN1011()
    {
        _folder.Write("cache", "a file where the folder should be");

        ConversionDiagnostic diagnostic = Assert.Throws<ConversionException>(() => GetOrAdd("key", "x")).Diagnostic;

        Assert.Equal("SNN1011", diagnostic.Descriptor.Id);
        Assert.StartsWith(CacheFolder, diagnostic.File);
    }
}
