using SnnGen.Spiking;

namespace SnnGen.Generators.Planning;

/// <summary>The constants of a layer's neurons as little-endian bytes in 64-bit words, padded.</summary>
/// <param name="Bias">Values of the potentials' type, one a current.</param>
/// <param name="Threshold">The same, one a neuron; a padding neuron's cannot be reached.</param>
/// <param name="InitialPotential">The same.</param>
internal sealed record LayerTables(
    EquatableArray<ulong> Bias,
    EquatableArray<ulong> Threshold,
    EquatableArray<ulong> InitialPotential)
{
    /// <summary>Those of neurons whose parameters differ, or null.</summary>
    public MembraneTables? Membrane { get; init; }
}

/// <summary>The constants of neurons whose parameters differ, one a neuron each, or null for none.</summary>
/// <param name="Leak">β, or its mantissa.</param>
/// <param name="SynapticLeak">α, likewise.</param>
/// <param name="Drive">d.</param>
/// <param name="Floor">f.</param>
/// <param name="ResetValue">ρ.</param>
internal sealed record MembraneTables(
    EquatableArray<ulong> Leak, EquatableArray<ulong>? SynapticLeak, EquatableArray<ulong>? Drive, EquatableArray<ulong>? Floor, EquatableArray<ulong>? ResetValue);
