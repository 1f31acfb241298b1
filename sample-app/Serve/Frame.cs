using System.Numerics;
using SampleApp.Measurement;

namespace SampleApp.Serve;

/// <summary>One time step, for the page.</summary>
/// <param name="Spikes">Neurons of the hidden layer that spiked in this step, ascending.</param>
/// <param name="Potentials">Membrane potentials of the outputs after it.</param>
/// <param name="Class">The output of largest potential.</param>
/// <param name="Margin">The largest potential minus the second-largest.</param>
/// <param name="Lead">The margin in logits, summed over the steps so far.</param>
/// <param name="SpikesSoFar">Spikes of all neurons up to this step.</param>
/// <param name="OperationsSoFar">Synaptic operations up to this step.</param>
internal sealed record Frame(
    int[] Spikes, double[] Potentials, int Class, double Margin, double Lead, long SpikesSoFar, long OperationsSoFar)
{
    private const int WordBits = 64;

    /// <param name="step">What happened.</param>
    /// <param name="number">Which step it is, from 1.</param>
    public static Frame Of(TimeStep step, int number) => new(
        [.. Neurons(step.Spikes)], step.Potentials, step.Answer.Class, step.Margin,
        LeadOf(step, number), step.Answer.Spikes, step.Answer.SynapticOperations);

    /// <summary>A logit is the mean over the steps.</summary>
    private static double LeadOf(TimeStep step, int number)
    {
        float second = step.Values.Where((_, output) => output != step.Answer.Class).Max();
        return number * ((double)step.Values[step.Answer.Class] - second);
    }

    private static IEnumerable<int> Neurons(ulong[] words)
    {
        for (int i = 0; i < words.Length; i++)
            for (ulong left = words[i]; left != 0; left &= left - 1)
                yield return i * WordBits + BitOperations.TrailingZeroCount(left);
    }
}
