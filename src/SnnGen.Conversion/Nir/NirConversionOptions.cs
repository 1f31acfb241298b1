using SnnGen.Conversion.Chips;
using SnnGen.Conversion.Nir.Import;

namespace SnnGen.Conversion.Nir;

/// <summary>What the designer chose for a network of NIR.</summary>
public sealed record NirConversionOptions
{
    /// <summary>How its equations become steps.</summary>
    public NirImportOptions Import { get; init; } = new();

    /// <summary>Number format; single precision is what the network came in.</summary>
    public WeightFormat Weights { get; init; } = WeightFormat.Float32;

    /// <summary>The chip that the network must fit, or null for any digital computer.</summary>
    public ChipProfile? Chip { get; init; }

    /// <summary>Degree of parallelism, ≥ 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
