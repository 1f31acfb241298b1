using System.Diagnostics;
using System.Text;

namespace SnnGen.Package.Tests.Support;

/// <summary>A run of the dotnet command line, or of a program, in an environment of its own: no server and no node survives it.</summary>
internal sealed class DotnetCommand : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> s_nothing = [];

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private DotnetCommand(Process process) => _process = process;

    /// <summary>Everything written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public int ProcessId => _process.Id;

    public static DotnetCommand Start(string folder, params string[] arguments) => StartProgram("dotnet", folder, s_nothing, arguments);

    /// <summary>Starts <paramref name="program"/> with more variables in its environment.</summary>
    public static DotnetCommand StartProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        InnerEnvironment.Apply(start, environment.Select(variable => (variable.Key, variable.Value)));
        var command = new DotnetCommand(new Process { StartInfo = start });
        command._process.OutputDataReceived += command.Append;
        command._process.ErrorDataReceived += command.Append;
        command._process.Start();
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    /// <summary>Waits for the end; a command that does not end fails the test.</summary>
    public CommandResult Finish()
    {
        if (!_process.WaitForExit(s_patience))
        {
            Kill();
            throw new TimeoutException($"dotnet did not end:\n{Output}");
        }
        _process.WaitForExit(); // The output's last lines.
        return new CommandResult(_process.ExitCode, Output);
    }

    /// <summary>Waits until <paramref name="text"/> has been written, after the first <paramref name="seen"/> characters.</summary>
    public void WaitForOutput(string text, int seen = 0)
    {
        var watch = Stopwatch.StartNew();
        while (Output.IndexOf(text, seen, StringComparison.Ordinal) < 0)
        {
            if (_process.HasExited || watch.Elapsed > s_patience)
                throw new InvalidOperationException($"'{text}' was never written:\n{Output}");
            Thread.Sleep(20);
        }
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Append(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.Append(line.Data).Append('\n');
    }
}
