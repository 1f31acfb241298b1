using SnnGen.Conversion.Diagnostics;

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

    private static readonly TimeSpan s_strayAge = TimeSpan.FromDays(1);

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
        if (Read(path) is string cached)
            return new CacheLookup(cached, IsHit: true);
        string text = convert(cancellation);
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.Write(path, CacheEntry.Seal(text));
        Prune();
        return new CacheLookup(text, IsHit: false);
    }

    /// <summary>Reading an entry renews it, so that the oldest entry is the one that was not used for longest.</summary>
    private static string? Read(string path) => AtomicFile.Guard(path, () =>
    {
        if (!File.Exists(path))
            return null;
        string? text = CacheEntry.Open(File.ReadAllText(path));
        if (text is not null)
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        return text;
    });

    private void Prune()
    {
        long bytes = 0;
        IEnumerable<FileInfo> surplus = new DirectoryInfo(directory).GetFiles("*" + EntryExtension)
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .Where((file, index) => (bytes += file.Length) > capacity && index > 0);
        foreach (FileInfo entry in surplus)
        {
            TryDelete(entry.FullName);
            TryDelete(Path.ChangeExtension(entry.FullName, LockExtension));
        }
        // Temporary files of processes that were killed.
        foreach (FileInfo stray in new DirectoryInfo(directory).GetFiles("*" + AtomicFile.TemporaryExtension))
        {
            if (DateTime.UtcNow - stray.LastWriteTimeUtc > s_strayAge)
                TryDelete(stray.FullName);
        }
    }

    /// <summary>Another process may use or delete the file at this moment; the next pruning sees to it.</summary>
    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
