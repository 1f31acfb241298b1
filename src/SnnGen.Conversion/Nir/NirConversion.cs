using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir.Quantization;
using SnnGen.Spiking;

namespace SnnGen.Conversion.Nir;

/// <summary>A network of NIR, ready to be compiled.</summary>
/// <param name="Network">The network, in the numbers that were asked for.</param>
/// <param name="Source">The same in single precision.</param>
/// <param name="Inputs">What it was calibrated and compared on; null in single precision without data.</param>
/// <param name="Drift">How far its spikes moved; null in single precision.</param>
/// <param name="Mapping">What it takes of the chip, or null without one.</param>
/// <param name="Warnings">What is not as one would expect.</param>
public sealed record NirConversion(
    SpikingNetwork Network, SpikingNetwork Source, SpikeInputs? Inputs, SpikeDrift? Drift, ChipMapping? Mapping, IReadOnlyList<ConversionDiagnostic> Warnings);
