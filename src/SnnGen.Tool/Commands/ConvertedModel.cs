using SnnGen.Conversion;
using SnnGen.Conversion.Analog;
using SnnGen.Conversion.Calibration;
using SnnGen.Conversion.Diagnostics;
using SnnGen.Conversion.Nir;
using SnnGen.Spiking;
using SnnGen.Spiking.NetworkFile;
using SnnGen.Tool.Caching;

namespace SnnGen.Tool.Commands;

/// <summary>A finished conversion.</summary>
/// <param name="Network">The network, with the names of its classes and its provenance.</param>
/// <param name="Warnings">What the user is warned of.</param>
internal abstract record ConvertedModel(SpikingNetwork Network, IReadOnlyList<ConversionDiagnostic> Warnings)
{
    /// <summary>What the cache keeps of it.</summary>
    public ConversionOutcome Outcome => new(NetworkFileWriter.Write(Network), Warnings);
}

/// <summary>A converted ANN.</summary>
/// <param name="Network">The network.</param>
/// <param name="Warnings">What the user is warned of.</param>
/// <param name="Analog">The ANN.</param>
/// <param name="Calibration">The inputs that it was calibrated on.</param>
/// <param name="Options">The designer's choices.</param>
/// <param name="Report">What is known of the conversion.</param>
internal sealed record ConvertedAnalog(
    SpikingNetwork Network, IReadOnlyList<ConversionDiagnostic> Warnings, AnalogNetwork Analog, InputBatch Calibration, ConversionOptions Options, ConversionReport Report)
    : ConvertedModel(Network, Warnings);

/// <summary>A network of NIR.</summary>
/// <param name="Network">The network.</param>
/// <param name="Warnings">What the user is warned of.</param>
/// <param name="Conversion">What is known of the conversion.</param>
internal sealed record ConvertedNir(SpikingNetwork Network, IReadOnlyList<ConversionDiagnostic> Warnings, NirConversion Conversion)
    : ConvertedModel(Network, Warnings);
