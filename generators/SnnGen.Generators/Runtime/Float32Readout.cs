namespace SnnGen.Runtime;

using System;

/// <summary>The decision by potentials in single precision: the output neuron of the largest one, the lowest index on a tie.</summary>
internal static class Float32Readout
{
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

    /// <summary>Order of potentials, NaN first.</summary>
    internal static bool IsLess(float a, float b) => a < b || (float.IsNaN(a) && !float.IsNaN(b));
}
