using SampleApp.Measurement;

namespace SampleApp.Showcase;

/// <summary>One inference, step by step.</summary>
/// <param name="Steps">What happened at each time step.</param>
internal sealed record Trace(TimeStep[] Steps)
{
    /// <summary>What the network answers in the end.</summary>
    public Answer Answer => Steps[^1].Answer;

    /// <summary>The step, from 1, since which it has not changed its mind.</summary>
    public int SettledAt => Array.FindLastIndex(Steps, step => step.Answer.Class != Answer.Class) + 2;

    public static Trace Record(Network network, ReadOnlySpan<byte> image)
    {
        Func<TimeStep> step = network.Begin(image);
        return new Trace([.. Enumerable.Range(0, network.TimeSteps).Select(_ => step())]);
    }
}
