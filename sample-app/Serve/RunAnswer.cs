using SampleApp.Measurement;
using SampleApp.Showcase;

namespace SampleApp.Serve;

/// <summary>One inference, for the page. All numbers are those of the generated class, or counted from them.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Class">The digit that it sees.</param>
/// <param name="SettledAt">The step, from 1, since which it has not changed its mind.</param>
/// <param name="ExitAt">The step, from 1, after which Exit="Confident" would end the inference; the last one at the latest.</param>
/// <param name="Spikes">Spikes of all neurons.</param>
/// <param name="SynapticOperations">Products of a weight and a nonzero input; the image, which is held, counts once.</param>
/// <param name="MultiplyAccumulates">What the original network computes for any image.</param>
/// <param name="Microseconds">Time of one inference on one thread: see <see cref="Latency"/>.</param>
/// <param name="Frames">The time steps.</param>
internal sealed record RunAnswer(
    string Network, int Class, int SettledAt, int ExitAt, long Spikes, long SynapticOperations,
    long MultiplyAccumulates, double Microseconds, Frame[] Frames)
{
    /// <summary>The default of an SnnModel's ExitMargin.</summary>
    public const double ExitMargin = 10;

    public static RunAnswer Of(Network network, ReadOnlySpan<byte> image)
    {
        Trace trace = Trace.Record(network, image);
        Frame[] frames = [.. trace.Steps.Select((step, i) => Frame.Of(step, i + 1))];
        int exit = Array.FindIndex(frames, frame => frame.Lead >= ExitMargin);
        return new RunAnswer(
            network.Name, trace.Answer.Class, trace.SettledAt, exit < 0 ? frames.Length : exit + 1,
            trace.Answer.Spikes, trace.Answer.SynapticOperations, network.Weights,
            Latency.Measure(network, image), frames);
    }
}
