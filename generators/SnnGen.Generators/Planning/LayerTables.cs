using SnnGen.Spiking;

namespace SnnGen.Generators.Planning;

/// <summary>The constants of a layer's neurons as little-endian bytes in 64-bit words, padded.</summary>
/// <param name="Bias">Values of the potentials' type, one a current.</param>
/// <param name="Threshold">The same, one a neuron; a padding neuron's cannot be reached.</param>
/// <param name="InitialPotential">The same.</param>
internal sealed record LayerTables(
    EquatableArray<ulong> Bias,
    EquatableArray<ulong> Threshold,
    EquatableArray<ulong> InitialPotential);
