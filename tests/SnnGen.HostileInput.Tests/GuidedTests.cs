using System.Diagnostics;
using System.Text.RegularExpressions;
using SnnGen.Fuzzing;
using SnnGen.Fuzzing.Guarding;
using SnnGen.Fuzzing.Guided;
using SnnGen.Fuzzing.Targets;

namespace SnnGen.HostileInput.Tests;

/// <summary>A short run that goes on from what takes new branches; hours of it are for docs/fuzzing.md.</summary>
public sealed partial class GuidedTests : IDisposable
{
    /// <summary>A number and no time: slow machines try as much as fast ones.</summary>
    private const string InputsPerTarget = "4000x";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_reader_fails_in_a_short_run_guided_by_coverage()
    {
        Instrumentation.Write(_folder.Root);
        string[] arguments = [_folder.PathOf("SnnGen.Fuzzing.dll"), "guided", "all", InputsPerTarget, CorpusFolder.Root, FaultFiles.Folder];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_patience);
        }
        finally
        {
            process.Kill();
        }

        Assert.True(process.ExitCode == 0, await output + await errors);
        // Without instrumentation there would be no edges, and each input would be as good as the next.
        Assert.Equal(FuzzTargets.All.Count, Edges().Matches(await output).Count(match => int.Parse(match.Groups["count"].Value) > 50));
    }

    [GeneratedRegex(@"(?<count>\d+) edges")]
    private static partial Regex Edges();
}
