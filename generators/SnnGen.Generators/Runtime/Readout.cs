namespace SnnGen.Runtime;

using System;

/// <summary>The decision: the output neuron of highest score where there are scores, then of largest potential, the lowest index on a tie.</summary>
internal static class Readout
{
    /// <summary>Decides over at least one potential.</summary>
    /// <param name="potentials">Membrane potentials of the outputs.</param>
    /// <param name="margin">Best minus second-best potential; of a single output, its potential.</param>
    public static int Decide(ReadOnlySpan<int> potentials, out int margin)
    {
        int best = 0, second = -1;
        for (int j = 1; j < potentials.Length; j++)
        {
            if (potentials[j] > potentials[best])
                (best, second) = (j, best);
            else if (second < 0 || potentials[j] > potentials[second])
                second = j;
        }
        // Potentials of 32 bits may lie further apart than an int can say.
        margin = second < 0 ? potentials[best] : (int)Math.Min(int.MaxValue, (long)potentials[best] - potentials[second]);
        return best;
    }

    /// <summary>Decides over at least one potential; NaN (after an overflow) is less than any number.</summary>
    /// <param name="potentials">Membrane potentials of the outputs.</param>
    /// <param name="margin">Best minus second-best potential; of a single output, its potential.</param>
    public static int Decide(ReadOnlySpan<float> potentials, out float margin)
    {
        int best = 0, second = -1;
        for (int j = 1; j < potentials.Length; j++)
        {
            if (IsLess(potentials[best], potentials[j]))
                (best, second) = (j, best);
            else if (second < 0 || IsLess(potentials[second], potentials[j]))
                second = j;
        }
        margin = second < 0 ? potentials[best] : potentials[best] - potentials[second];
        return best;
    }

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
            if (IsBehind(scores[best], scores[j], IsLess(potentials[best], potentials[j])))
                (best, second) = (j, best);
            else if (second < 0 || IsBehind(scores[second], scores[j], IsLess(potentials[second], potentials[j])))
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

    private static bool IsLess(float a, float b) => a < b || (float.IsNaN(a) && !float.IsNaN(b));
}
