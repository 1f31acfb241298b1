using SnnGen.Fuzzing;
using SnnGen.Fuzzing.Guarding;
using SnnGen.Fuzzing.Mutation;
using SnnGen.Fuzzing.Targets;

namespace SnnGen.HostileInput.Tests;

/// <summary>The fuzzer itself finds what is there.</summary>
public sealed class MutatorTests
{
    [Fact]
    public void The_same_seed_damages_in_the_same_way()
    {
        byte[][] inputs = [.. CorpusFolder.Files("chip").Select(File.ReadAllBytes)];
        Mutator one = new(inputs, isText: true, seed: 7), other = new(inputs, isText: true, seed: 7);
        for (int i = 0; i < 200; i++)
            Assert.Equal(one.Mutate(inputs[0]), other.Mutate(inputs[0]));
    }

    [Fact]
    public void The_guard_sees_exceptions_and_memory()
    {
        var target = new FaultyTarget();
        using var workspace = new Workspace(target);
        var guard = new InputGuard(target, workspace);
        Assert.Null(guard.Run([0]));
        Assert.Contains(nameof(IndexOutOfRangeException), guard.Run([1])?.Kind);
        Assert.Equal("memory", guard.Run([2])?.Kind);
        Assert.Equal(2, guard.Accepted);
    }

    [Fact]
    public void The_watchdog_names_the_input_that_hangs()
    {
        var watchdog = new Watchdog(TimeSpan.FromMilliseconds(300));
        using var release = new ManualResetEventSlim();
        Assert.Equal([5], watchdog.Await(() =>
        {
            watchdog.Begin([5]);
            release.Wait();
        }));
        release.Set();
    }

    private sealed class FaultyTarget : IFuzzTarget
    {
        public string Name => "faulty";

        public string FileName => "file";

        public bool IsText => false;

        public bool Read(string path) => File.ReadAllBytes(path)[0] switch
        {
            1 => throw new IndexOutOfRangeException(),
            2 => new byte[100 << 20].Length > 0,
            _ => true,
        };
    }
}
