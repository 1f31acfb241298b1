using System.Diagnostics;
using SnnGen.Fuzzing.Guarding;
using SnnGen.Fuzzing.Mutation;
using SnnGen.Fuzzing.Targets;

namespace SnnGen.Fuzzing.Guided;

/// <summary>Damages files over and over, and goes on from those that made a reader take a new branch.</summary>
/// <param name="target">The reader.</param>
/// <param name="seeds">Files to begin with.</param>
/// <param name="seed">Chooses the damage.</param>
internal sealed class GuidedLoop(IFuzzTarget target, IReadOnlyList<byte[]> seeds, int seed)
{
    // Instrumented code takes several times as long as what runs in the tests, which is given 20 s.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>What follows from slower ones would take the time of thousands.</summary>
    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(200);

    private readonly List<byte[]> _corpus = [], _accepted = [];
    private readonly Dictionary<string, Fault> _faults = [];
    private readonly Random _random = new(seed);
    private long _runs;

    /// <summary>Runs up to <paramref name="limit"/>, or until the reader hangs.</summary>
    public GuidedResult Run(Limit limit)
    {
        using var workspace = new Workspace(target);
        using var coverage = new Coverage();
        var guard = new InputGuard(target, workspace);
        var watchdog = new Watchdog(s_patience);
        long start = Stopwatch.GetTimestamp();
        if (watchdog.Await(() => Loop(guard, coverage, watchdog, limit)) is { } hanging)
            _faults.TryAdd("hang", new Fault(hanging, "hang", $"takes more than {s_patience.TotalSeconds} s"));
        return new GuidedResult(
            target.Name, _runs, guard.Accepted, Stopwatch.GetElapsedTime(start).TotalSeconds, coverage.Edges, _corpus.Count, [.. _faults.Values]);
    }

    private void Loop(InputGuard guard, Coverage coverage, Watchdog watchdog, Limit limit)
    {
        long start = Stopwatch.GetTimestamp();
        bool isAccepted = false;
        foreach (byte[] input in seeds)
        {
            Try(input);
            Keep(input);
        }
        var mutator = new Mutator(_corpus, target.IsText, seed);
        while (_runs < limit.Inputs && Stopwatch.GetElapsedTime(start) < limit.Time)
        {
            byte[] input = mutator.Mutate(Choose());
            if (Try(input))
                Keep(input);
        }

        void Keep(byte[] input)
        {
            _corpus.Add(input);
            if (isAccepted)
                _accepted.Add(input);
        }

        bool Try(byte[] input)
        {
            watchdog.Begin(input);
            coverage.Begin();
            int before = guard.Accepted;
            long begin = Stopwatch.GetTimestamp();
            Fault? fault = guard.Run(input);
            isAccepted = guard.Accepted > before;
            _runs++;
            if (fault is not null)
                _faults.TryAdd(fault.Kind, fault);
            return coverage.End() && Stopwatch.GetElapsedTime(begin) < s_slow;
        }
    }

    /// <summary>Half of the time one that was accepted: what is refused at once says little. Else any, or one of the latest, the furthest from the seeds.</summary>
    private byte[] Choose() => _random.Next(4) switch
    {
        0 => _corpus[_random.Next(_corpus.Count)],
        1 => _corpus[_random.Next(Math.Max(0, _corpus.Count - 64), _corpus.Count)],
        _ => _accepted.Count > 0 ? _accepted[_random.Next(_accepted.Count)] : _corpus[_random.Next(_corpus.Count)],
    };
}
