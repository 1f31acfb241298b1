namespace SnnGen.Runtime;

using System;

/// <summary>The decision by potentials: the output neuron of the largest one, the lowest index on a tie.</summary>
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
}
