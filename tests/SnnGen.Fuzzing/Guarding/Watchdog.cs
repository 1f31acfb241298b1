using System.Diagnostics;

namespace SnnGen.Fuzzing.Guarding;

/// <summary>Runs work that feeds a reader on a thread of its own, and notices when it stays with one input.</summary>
/// <param name="patience">How long one input may take.</param>
internal sealed class Watchdog(TimeSpan patience)
{
    private byte[]? _current;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>What the work calls before each input.</summary>
    public void Begin(byte[] input)
    {
        Volatile.Write(ref _current, input);
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
    }

    /// <summary>Waits for <paramref name="work"/>.</summary>
    /// <returns>The input that took too long, whose thread is left behind, or null.</returns>
    public byte[]? Await(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _since)) > patience)
                return Volatile.Read(ref _current) ?? [];
        }
        return failure is null ? null : throw new InvalidOperationException("the work failed", failure);
    }
}
