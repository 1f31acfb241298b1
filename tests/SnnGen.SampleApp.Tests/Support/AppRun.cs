using System.Diagnostics;
using System.Text;

namespace SnnGen.SampleApp.Tests.Support;

/// <summary>How a run of the app as a process ended.</summary>
internal sealed record AppRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The figures in the table's row that begins with <paramref name="label"/>, without their units.</summary>
    public double[] Row(string label)
    {
        string row = Assert.Single(Output.Split('\n'), line => line.StartsWith(label + "  ", StringComparison.Ordinal));
        return
        [
            .. row[label.Length..].Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(cell => double.Parse(cell.Split(' ')[0].Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    public static AppRun Of(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SampleApp.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("the app did not end");
        }
        return new AppRun(process.ExitCode, output.Result, errors.Result);
    }
}
