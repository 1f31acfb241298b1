using System.Diagnostics;

namespace SnnGen.Tool.Caching;

/// <summary>A lock between processes: whoever has the file open exclusively holds it, and loses it when the process ends.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan s_retryInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Waits for the lock, and says so where that takes long.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    /// <exception cref="SnnGen.Conversion.Diagnostics.ConversionException">SNN1011: the lock file cannot be written.</exception>
    public static FileLock Acquire(string path, CancellationToken cancellation)
    {
        AtomicFile.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        var waiting = Stopwatch.StartNew();
        bool isSaid = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (AtomicFile.Guard(path, () => TryOpen(path)) is FileStream file)
                return new FileLock(file);
            if (!isSaid && waiting.Elapsed > s_patience)
            {
                isSaid = true;
                Console.Error.WriteLine($"waiting for another process that converts the same model and holds {path}");
            }
            cancellation.WaitHandle.WaitOne(s_retryInterval);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    /// <summary>A sharing violation of Windows, or EWOULDBLOCK of Linux or macOS; anything else is a real failure.</summary>
    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35
        && e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException);
}
