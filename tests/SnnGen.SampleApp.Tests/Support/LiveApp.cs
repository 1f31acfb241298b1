using System.Diagnostics;

namespace SnnGen.SampleApp.Tests.Support;

/// <summary>The app as a process that serves the live page.</summary>
public sealed class LiveApp : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private bool _isDisposed;

    /// <summary>Starts it on a free port and waits until it serves.</summary>
    public LiveApp()
    {
        string app = Path.Combine(AppContext.BaseDirectory, "SampleApp.dll");
        var start = new ProcessStartInfo("dotnet", [app, "serve", "--port", "0", "--no-browser"]) { RedirectStandardOutput = true };
        // Settings of other servers: the app should not listen where they say.
        start.Environment["ASPNETCORE_URLS"] = start.Environment["DOTNET_URLS"] = "http://0.0.0.0:1";
        _process = Process.Start(start)!;
        string line = _process.StandardOutput.ReadLineAsync().WaitAsync(s_patience).GetAwaiter().GetResult() ?? "";
        Address = line.StartsWith("live at ", StringComparison.Ordinal) ? line.Split(' ', ';')[2] : throw new InvalidOperationException($"the app says: {line}");
    }

    /// <summary>Of the page, with a slash at its end.</summary>
    public string Address { get; }

    /// <summary>Sends a signal of Unix and returns the code with which the app ends.</summary>
    public int EndBy(string signal)
    {
        using (Process kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]))
            kill.WaitForExit();
        return _process.WaitForExit(s_patience) ? _process.ExitCode : throw new TimeoutException($"the app does not end by {signal}");
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
