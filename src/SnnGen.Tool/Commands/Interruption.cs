using System.Runtime.InteropServices;

namespace SnnGen.Tool.Commands;

/// <summary>
/// Cancels on Ctrl+C or SIGTERM, so that the work ends in order and removes what it began; a second signal kills.
/// System.CommandLine's own handling is not used: it lets a signal kill the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // SIGXFSZ, of Linux and macOS: a file is larger than ulimit allows. Unless it kills, the write fails and can be reported.
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    // Not disposed: a signal may come at any moment.
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt, _termination;
    private readonly PosixSignalRegistration? _fileSize;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        if (!OperatingSystem.IsWindows())
            _fileSize = PosixSignalRegistration.Create(FileSizeExceeded, signal => signal.Cancel = true);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _termination.Dispose();
        _fileSize?.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
