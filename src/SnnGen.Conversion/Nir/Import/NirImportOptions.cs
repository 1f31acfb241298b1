using SnnGen.Conversion.Nir.Conventions;
using SnnGen.Spiking;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Import;

/// <summary>How a graph of NIR becomes a network in discrete time.</summary>
public sealed record NirImportOptions
{
    /// <summary>Whose steps they are.</summary>
    public NirConvention Convention { get; init; } = NirConventions.Nir;

    /// <summary>dt in seconds, above 0; null for the convention's own.</summary>
    public double? Dt { get; init; }

    /// <summary>What a spike does, instead of what the convention says.</summary>
    public ResetMode? Reset { get; init; }

    /// <summary>T ≥ 1, steps of one inference.</summary>
    public int TimeSteps { get; init; } = 100;

    /// <summary>Spikes (the usual) or values, which may change from step to step.</summary>
    public InputEncoding Encoding { get; init; } = InputEncoding.Events;

    /// <summary>How outputs that spike decide: by most spikes or by the first one; null for most. Outputs that integrate decide by potential.</summary>
    public Readout? Readout { get; init; }
}
