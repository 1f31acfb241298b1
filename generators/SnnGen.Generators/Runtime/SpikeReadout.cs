namespace SnnGen.Runtime;

using System;

/// <summary>The decision by spikes: the output neuron of highest score, then of largest potential, the lowest index on a tie.</summary>
internal static class SpikeReadout
{
    /// <summary>Decides over at least one output by scores first.</summary>
    /// <param name="scores">One an output.</param>
    /// <param name="potentials">Membrane potentials of the outputs.</param>
    /// <param name="margin">Score of the best minus that of the second; of a single output, its score.</param>
    public static int Decide(ReadOnlySpan<int> scores, ReadOnlySpan<int> potentials, out int margin)
    {
        int best = 0, second = -1;
        for (int j = 1; j < potentials.Length; j++)
        {
            if (IsBehind(scores[best], scores[j], potentials[best] < potentials[j]))
                (best, second) = (j, best);
            else if (second < 0 || IsBehind(scores[second], scores[j], potentials[second] < potentials[j]))
                second = j;
        }
        margin = scores[best] - (second < 0 ? 0 : scores[second]);
        return best;
    }

    /// <summary>Decides over at least one output by scores first.</summary>
    /// <param name="scores">One an output.</param>
    /// <param name="potentials">Membrane potentials of the outputs.</param>
    /// <param name="margin">Score of the best minus that of the second; of a single output, its score.</param>
    public static int Decide(ReadOnlySpan<int> scores, ReadOnlySpan<float> potentials, out int margin)
    {
        int best = 0, second = -1;
        for (int j = 1; j < potentials.Length; j++)
        {
            if (IsBehind(scores[best], scores[j], Float32Readout.IsLess(potentials[best], potentials[j])))
                (best, second) = (j, best);
            else if (second < 0 || IsBehind(scores[second], scores[j], Float32Readout.IsLess(potentials[second], potentials[j])))
                second = j;
        }
        margin = scores[best] - (second < 0 ? 0 : scores[second]);
        return best;
    }

    /// <summary>Counts the spikes of a step.</summary>
    public static void Count(Span<int> scores, ReadOnlySpan<ulong> spikes)
    {
        foreach (int output in new SpikeIndices(spikes))
            scores[output]++;
    }

    /// <summary>Notes the first spike of each output: the earlier the step, from 0, the higher the score.</summary>
    public static void First(Span<int> scores, ReadOnlySpan<ulong> spikes, long step)
    {
        foreach (int output in new SpikeIndices(spikes))
        {
            if (scores[output] == 0)
                scores[output] = int.MaxValue - (int)Math.Min(step, int.MaxValue - 1);
        }
    }

    private static bool IsBehind(int score, int other, bool isLess) => score < other || (score == other && isLess);
}
