namespace SnnGen.Spiking.Numerics;

/// <summary>The numbers a spiking network computes with. See docs/network-file.md for the exact semantics.</summary>
public abstract record Arithmetic;

/// <summary>
/// IEEE 754 single precision: each product and each sum is rounded once (no fused multiply-add), in ascending
/// order of the input index, so that every implementation produces the same bits.
/// </summary>
public sealed record Float32Arithmetic : Arithmetic;

/// <summary>Exact integers: the same spikes and potentials, bit for bit, on every machine.</summary>
/// <param name="WeightBits">Width of a signed weight, 2 to 8.</param>
/// <param name="PotentialBits">
/// Width of the signed membrane potential, 8 to <see cref="MaximumPotentialBits"/>. After each addition of a
/// current the potential saturates at both ends of this range, or wraps (<see cref="Overflow"/>).
/// </param>
public sealed record FixedPointArithmetic(int WeightBits, int PotentialBits) : Arithmetic
{
    /// <summary>What a potential does that leaves its range.</summary>
    public PotentialOverflow Overflow { get; init; }

    /// <summary>The widest potential.</summary>
    public const int MaximumPotentialBits = 32;

    /// <summary>The width where nothing asks for another: the sum of such a potential and a current always fits an <see cref="int"/>.</summary>
    public const int UsualPotentialBits = 31;

    /// <summary>Every input current lies in ±this bound, in magnitude.</summary>
    public const int CurrentLimit = (1 << 30) - 1;

    /// <summary>Bits of the leak's mantissa: β = m / 2¹², 0 ≤ m ≤ 2¹² (<see cref="Neurons.LeakForm.Mantissa"/>).</summary>
    public const int LeakBits = 12;

    /// <summary>Largest membrane potential, 2^(bits−1) − 1.</summary>
    public int MaximumPotential => int.MaxValue >> (MaximumPotentialBits - PotentialBits);

    /// <summary>Smallest membrane potential, −2^(bits−1).</summary>
    public int MinimumPotential => int.MinValue >> (MaximumPotentialBits - PotentialBits);

    /// <summary>Largest weight, 2^(bits−1) − 1; weights are symmetric, so the smallest is its negative.</summary>
    public int MaximumWeight => (1 << (WeightBits - 1)) - 1;
}

/// <summary>What a membrane potential does that leaves the range of its bits.</summary>
public enum PotentialOverflow
{
    /// <summary>It stops at the end of the range (the default).</summary>
    Saturate,

    /// <summary>It keeps its low bits: two's complement, so that it comes in again at the other end.</summary>
    Wrap,
}
