using SnnGen.Conversion.Diagnostics;
using SnnGen.Tasks.Incremental;

namespace SnnGen.Tool.Caching;

/// <summary>
/// Converted networks in a folder, by <see cref="ContentHash"/>. Processes that ask for the same conversion at once do it
/// once; damaged entries are made again; of old entries only the last used are kept, as many as fit.
/// </summary>
/// <param name="directory">The folder; created when needed.</param>
/// <param name="capacity">Bytes that the entries may take; the one used last stays whatever it takes.</param>
public sealed class ConversionCache(string directory, long capacity = ConversionCache.DefaultCapacity)
{
    /// <summary>
    /// Bytes kept unless told otherwise. A number of entries would not do: a project with more models than that would find
    /// none of them again.
    /// </summary>
    public const long DefaultCapacity = 1L << 29;

    private const string EntryExtension = ".snn";
    private const string LockExtension = ".lock";

    /// <summary>
    /// The text for <paramref name="key"/>: from the cache, else from <paramref name="convert"/>. While one process
    /// converts, others that want the same key wait for it.
    /// </summary>
    /// <exception cref="ConversionException">SNN1011: the folder cannot be written; or what convert throws.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is stored.</exception>
    public CacheLookup GetOrAdd(string key, Func<CancellationToken, string> convert, CancellationToken cancellation)
    {
        string path = Path.Combine(directory, key + EntryExtension);
        using FileLock held = FileLock.Acquire(Path.Combine(directory, key + LockExtension), cancellation);
        if (Read(key, path) is string cached)
            return new CacheLookup(cached, IsHit: true);
        string text = convert(cancellation);
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.Guard(path, () => Clear(path));
        AtomicFile.Write(path, CacheEntry.Seal(key, text));
        Prune();
        return new CacheLookup(text, IsHit: false);
    }

    /// <summary>
    /// Reading an entry renews it, so that the oldest entry is the one that was not used for longest. One that cannot be read
    /// is made again, as a damaged one is.
    /// </summary>
    private static string? Read(string key, string path)
    {
        try
        {
            string? text = CacheEntry.Open(key, File.ReadAllText(path));
            if (text is not null)
                Renew(path);
            return text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A folder in an entry's place would keep a file from being renamed to it.</summary>
    private static bool Clear(string path)
    {
        var folder = new DirectoryInfo(path);
        bool isInTheWay = folder.Exists && folder.LinkTarget is null;
        if (isInTheWay)
            folder.Delete(recursive: true);
        return isInTheWay;
    }

    private static void Renew(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache may be shared: the entry is another user's.
        }
    }

    private void Prune()
    {
        long bytes = 0;
        IEnumerable<FileInfo> surplus = new DirectoryInfo(directory).GetFiles("*" + EntryExtension)
            .OrderByDescending(LastUse)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .Where((file, index) => (bytes += file.Length) > capacity && index > 0);
        foreach (FileInfo entry in surplus)
        {
            StrayFiles.TryDelete(entry.FullName);
            StrayFiles.TryDelete(Path.ChangeExtension(entry.FullName, LockExtension));
        }
        foreach (FileInfo held in new DirectoryInfo(directory).GetFiles("*" + LockExtension))
        {
            if (StrayFiles.IsOld(held) && !File.Exists(Path.ChangeExtension(held.FullName, EntryExtension)))
                StrayFiles.TryDelete(held.FullName);
        }
        StrayFiles.Sweep(directory);
    }

    /// <summary>A time to come, from before the clock was put back, tells nothing; such an entry must not outlive all others.</summary>
    private static DateTime LastUse(FileInfo entry) =>
        entry.LastWriteTimeUtc > DateTime.UtcNow.AddDays(1) ? DateTime.MinValue : entry.LastWriteTimeUtc;
}
