namespace SnnGen.Spiking.Neurons;

/// <summary>Which weights Loihi's synapses hold: those of b bits, by their signs, as Lava clips and truncates them.</summary>
public static class LoihiWeights
{
    private const int Bits = 8;
    private const int Largest = 1 << Bits;

    /// <summary>The signs of weights: mixed unless none is negative or none is positive.</summary>
    public static LoihiSignMode ModeOf(IEnumerable<int> weights)
    {
        bool isNegative = weights.Any(w => w < 0), isPositive = weights.Any(w => w > 0);
        return isNegative && isPositive ? LoihiSignMode.Mixed : isNegative ? LoihiSignMode.Inhibitory : LoihiSignMode.Excitatory;
    }

    /// <summary>n, low bits that are zero: 8 − b, and one more for the sign of mixed weights.</summary>
    /// <param name="bits">b, 1 to 8.</param>
    /// <param name="mode">The signs.</param>
    public static int ClearedBits(int bits, LoihiSignMode mode) => Bits - bits + (mode == LoihiSignMode.Mixed ? 1 : 0);

    /// <summary>
    /// The weight that the chip makes of <paramref name="weight"/>: clipped to −256…255, 0…255 or −255…0, its low bits
    /// cleared; toward −∞, except that an inhibitory weight is the negative of an excitatory one.
    /// </summary>
    /// <param name="weight">Any integer.</param>
    /// <param name="bits">b, 1 to 8.</param>
    /// <param name="mode">The signs.</param>
    public static int Truncate(int weight, int bits, LoihiSignMode mode)
    {
        int n = ClearedBits(bits, mode);
        return mode switch
        {
            LoihiSignMode.Excitatory => Math.Max(0, Math.Min(Largest - 1, weight)) >> n << n,
            LoihiSignMode.Inhibitory => -(Math.Max(0, Math.Min(Largest - 1, -weight)) >> n << n),
            _ => Math.Max(-Largest, Math.Min(Largest - 1, weight)) >> n << n,
        };
    }
}

/// <summary>Signs of the weights of a synapse group.</summary>
public enum LoihiSignMode
{
    /// <summary>Both signs.</summary>
    Mixed,

    /// <summary>None negative.</summary>
    Excitatory,

    /// <summary>None positive.</summary>
    Inhibitory,
}
