using System.Diagnostics;
using SnnGen.Faults.Tests.Support;
using Xunit.Abstractions;

namespace SnnGen.Faults.Tests;

/// <summary>The converter's process is killed (SIGKILL): what it leaves harms nobody.</summary>
public sealed class KilledConverterTests(ITestOutputHelper log) : IDisposable
{
    // 200 samples of this many steps take long enough to be killed in the middle.
    private static readonly string[] s_long = ["--time-steps", "64"];

    private readonly ConverterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whenever_it_is_killed_only_whole_files_are_left_and_the_next_run_gives_the_same_bytes()
    {
        byte[] expected = await _folder.UndisturbedAsync(s_long);
        var watch = Stopwatch.StartNew();
        _folder.Forget();
        await _folder.UndisturbedAsync(s_long);
        TimeSpan duration = watch.Elapsed;
        int kills = KillCount.Or(9), alive = 0, written = 0;
        var random = new Random(1);
        for (int i = 0; i < kills; i++)
        {
            _folder.Forget();
            bool atWriting = i % 3 == 0;
            TimeSpan moment = duration * random.NextDouble();
            SnnGenResult result = await _folder.ConvertAsync((process, _) => Task.Run(() => Kill(process, atWriting, moment)), s_long);
            alive += result.ExitCode == 0 ? 0 : 1;
            written += File.Exists(_folder.Network) ? 1 : 0;
            _folder.ShouldHoldOnlyWholeFiles(expected);
        }
        log.WriteLine($"{kills} kills: {alive} before the process ended by itself, {written} with the network written, {_folder.Strays.Length} temporary files left");
        Assert.True(alive > 0);

        _folder.Forget();
        foreach (string stray in _folder.Strays)
            File.SetLastWriteTimeUtc(stray, DateTime.UtcNow.AddHours(-2));
        Assert.Equal(expected, await _folder.UndisturbedAsync(s_long));
        Assert.Empty(_folder.Strays);
    }

    [Fact]
    public async Task One_that_waits_for_a_killed_one_takes_over()
    {
        byte[] expected = await _folder.UndisturbedAsync(s_long);
        _folder.Forget();
        Task<SnnGenResult>? second = null;
        await _folder.ConvertAsync(
            async (process, cancellation) =>
            {
                await Task.Delay(200, cancellation);
                second = _folder.ConvertAsync(s_long);
                await Task.Delay(200, cancellation);
                process.Kill();
            },
            s_long);

        (await second!).ShouldSucceed();
        Assert.Equal(expected, File.ReadAllBytes(_folder.Network));
    }

    private void Kill(Process process, bool atWriting, TimeSpan moment)
    {
        if (atWriting)
        {
            while (!process.HasExited && _folder.Strays.Length == 0)
                Thread.Yield();
        }
        else
        {
            process.WaitForExit(moment);
        }
        process.Kill();
    }
}
