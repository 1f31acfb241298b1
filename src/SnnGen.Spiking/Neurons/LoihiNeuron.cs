namespace SnnGen.Spiking.Neurons;

/// <summary>
/// The neuron of Intel's Loihi in its own integers, bit for bit those of Lava's fixed-point model. With a the sum of the
/// weights of incoming spikes, shifted by <see cref="WeightExponent"/>: u ← trunc(u (4095 − du) / 2¹²) + (a ≪ 6), wrapped
/// once into 24 bits; v ← trunc(v (4096 − dv) / 2¹²) + u + bias, clipped to ±(2²³ − 1); spike if v &gt; θ ≪ 6, and then v ← 0.
/// bias is the layer's mantissa ≪ <see cref="BiasExponent"/>. docs/network-file.md has every detail.
/// </summary>
/// <param name="CurrentDecay">du, 0 to 4095; with 4095 nothing of u survives a step.</param>
/// <param name="PotentialDecay">dv, 0 to 4095; with 0 the membrane does not leak.</param>
public sealed record LoihiNeuron(int CurrentDecay, int PotentialDecay) : SpikingNeuron(ResetMode.Zero)
{
    /// <summary>Bits of the decays.</summary>
    public const int DecayBits = 12;

    /// <summary>The largest decay.</summary>
    public const int LargestDecay = (1 << DecayBits) - 1;

    /// <summary>By how many bits currents and thresholds are shifted to the left.</summary>
    public const int Alignment = 6;

    /// <summary>2²³: u lies in (−2²³, 2²³], v strictly between.</summary>
    public const int StateLimit = 1 << 23;

    /// <summary>Width of u and v.</summary>
    public const int StateBits = 24;

    /// <summary>The largest threshold before its shift, 17 bits without a sign.</summary>
    public const int LargestThreshold = (1 << 17) - 1;

    /// <summary>Width of the signed bias mantissa.</summary>
    public const int BiasBits = 13;

    /// <summary>The largest bias mantissa; the smallest is −2¹².</summary>
    public const int LargestBias = (1 << (BiasBits - 1)) - 1;

    /// <summary>The largest exponent of weights or biases; the smallest is −8.</summary>
    public const int LargestExponent = 7;

    /// <summary>The largest <see cref="InputShift"/>.</summary>
    public const int LargestInputShift = 24;

    /// <summary>Exponent of the weights: a ≪ e, or a ≫ −e, arithmetic, where it is negative.</summary>
    public int WeightExponent { get; init; }

    /// <summary>Exponent of the bias, likewise.</summary>
    public int BiasExponent { get; init; }

    /// <summary>
    /// h: the host adds H ≫ h to the bias mantissa, H the current of an analog input (<see cref="Layers.Projection.IsAnalog"/>),
    /// and the sum saturates at 13 bits.
    /// </summary>
    public int InputShift { get; init; }

    /// <summary>α, the share of u that survives a step.</summary>
    public double SynapticLeak => (double)(LargestDecay - CurrentDecay) / (1 << DecayBits);

    /// <summary>β, the share of v that survives a step.</summary>
    public double Leak => (double)((1 << DecayBits) - PotentialDecay) / (1 << DecayBits);

    /// <summary>A shift to the left, or an arithmetic one to the right where <paramref name="exponent"/> is negative.</summary>
    public static long Shift(long value, int exponent) => exponent >= 0 ? value << exponent : value >> -exponent;
}
