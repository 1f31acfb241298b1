namespace SnnGen.Runtime;

using System;

/// <summary>Whether an inference may end before its last step: the leader is the lowest index of the largest potential.</summary>
internal static class EarlyExit
{
    /// <summary>Whether the leader is ahead of every other output by at least <paramref name="margin"/>.</summary>
    public static bool IsConfident(ReadOnlySpan<int> potentials, long margin)
    {
        int leader = Readout.Decide(potentials, out _);
        for (int other = 0; other < potentials.Length; other++)
        {
            if (other != leader && (long)potentials[leader] - potentials[other] < margin)
                return false;
        }
        return true;
    }

    /// <summary>Whether the leader is ahead of every other output by at least <paramref name="margin"/>; NaN never is.</summary>
    public static bool IsConfident(ReadOnlySpan<float> potentials, double margin)
    {
        int leader = Float32Readout.Decide(potentials, out _);
        for (int other = 0; other < potentials.Length; other++)
        {
            if (other != leader && !(potentials[leader] - potentials[other] >= margin))
                return false;
        }
        return true;
    }

    /// <summary>Whether no input of the steps that are left can change the decision.</summary>
    /// <param name="potentials">v.</param>
    /// <param name="gains">Element a · m + b: what output b can gain on output a in a step.</param>
    /// <param name="stepsLeft">Steps that are left.</param>
    public static bool IsDecided(ReadOnlySpan<int> potentials, ReadOnlySpan<int> gains, int stepsLeft)
    {
        int leader = Readout.Decide(potentials, out _);
        for (int other = 0; other < potentials.Length; other++)
        {
            if (other == leader)
                continue;
            long lead = (long)potentials[leader] - potentials[other], gain = (long)stepsLeft * gains[(leader * potentials.Length) + other];
            // Of equal potentials the lower index decides.
            if (other < leader ? lead <= gain : lead < gain)
                return false;
        }
        return true;
    }
}
