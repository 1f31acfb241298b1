using SnnGen.Spiking;

namespace SnnGen.Generators.Planning;

/// <summary>The constants of a layer as little-endian bytes in 64-bit words, padded.</summary>
/// <param name="Weights">n rows of stride values: int8 in fixed point, else float.</param>
/// <param name="Bias">Stride values of the potentials' type.</param>
/// <param name="Threshold">The same; a padding neuron's cannot be reached.</param>
/// <param name="InitialPotential">The same.</param>
internal sealed record LayerTables(
    EquatableArray<ulong> Weights,
    EquatableArray<ulong> Bias,
    EquatableArray<ulong> Threshold,
    EquatableArray<ulong> InitialPotential);
