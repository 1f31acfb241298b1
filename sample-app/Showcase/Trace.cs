namespace SampleApp.Showcase;

/// <summary>One inference of MnistSnn, step by step.</summary>
/// <param name="Steps">What happened at each time step.</param>
/// <param name="Answer">The digit it settles on.</param>
/// <param name="SettledAt">The step, from 1, since which it has not changed its mind.</param>
/// <param name="SynapticOperations">Weights that were added or multiplied.</param>
/// <param name="Spikes">Spikes of all neurons.</param>
internal sealed record Trace(Trace.TimeStep[] Steps, int Answer, int SettledAt, long SynapticOperations, long Spikes)
{
    /// <summary>One time step.</summary>
    /// <param name="Spikes">Who spiked in the hidden layer, neuron i in bit i mod 64 of word i / 64.</param>
    /// <param name="Potentials">Membrane potentials of the ten output neurons so far.</param>
    /// <param name="Leader">The output neuron with the largest one.</param>
    internal sealed record TimeStep(ulong[] Spikes, int[] Potentials, int Leader);

    /// <summary>
    /// The same as <c>MnistSnn.Run(image)</c>, with a look inside after every step. The state is a plain struct: the
    /// caller owns it, several can run side by side.
    /// </summary>
    public static Trace Record(ReadOnlySpan<byte> image)
    {
        MnistSnn.State state = default;
        MnistSnn.Hold(ref state, image);

        var steps = new TimeStep[MnistSnn.TimeSteps];
        int settledAt = 0;
        MnistSnn.Result result = default;
        for (int i = 0; i < steps.Length; i++)
        {
            bool changed = MnistSnn.Step(ref state, out result);
            if (changed)
                settledAt = i + 1;
            steps[i] = new TimeStep([.. state.LayerSpikes(0)], [.. result.Potentials], result.Class);
        }
        return new Trace(steps, result.Class, settledAt, result.SynapticOperations, result.Spikes);
    }
}
