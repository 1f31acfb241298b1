using SnnGen.Conversion.Diagnostics;
using SnnGen.Spiking.Neurons;

namespace SnnGen.Conversion.Nir.Conventions;

/// <summary>The conventions that are built in, each by the name of its simulator. docs/nir.md says what each was compared with.</summary>
public static class NirConventions
{
    /// <summary>NIR's own equations by forward Euler: the default.</summary>
    public static readonly NirConvention Nir = new("nir", NirDecay.Euler, NirGain.Equation, ResetMode.Zero, FiringRule.Above);

    /// <summary>All of them, the default first.</summary>
    public static readonly IReadOnlyList<NirConvention> All =
    [
        Nir,
        Nir with { Name = "snntorch" },
        Nir with { Name = "norse", Gain = NirGain.WithoutResistance, Dt = 1e-3 },
        Nir with { Name = "spinnaker2" },
        Nir with { Name = "spikingjelly", Rule = FiringRule.Reached },
        Nir with { Name = "lava", ConnectionDelay = 1 },
        new("sinabs", NirDecay.Exponential, NirGain.Unit, ResetMode.Subtract, FiringRule.Reached, Dt: 1) { Floor = NirFloor.MinusThreshold },
        new("rockpool", NirDecay.Exponential, NirGain.Euler, ResetMode.Subtract, FiringRule.Above),
        new("nengo", NirDecay.Exponential, NirGain.Equation, ResetMode.Zero, FiringRule.Above) { Floor = NirFloor.Zero },
        Nir with { Name = "spyx", Reset = ResetMode.Subtract, ConnectionDelay = 1, ResetsLate = true },
    ];

    /// <summary>The names, in order.</summary>
    public static IEnumerable<string> Names => All.Select(convention => convention.Name);

    /// <summary>The convention of a name, in any case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="modelFile">The model's file, for the error.</param>
    /// <exception cref="ConversionException">There is none of that name.</exception>
    public static NirConvention Find(string name, string modelFile) =>
        All.FirstOrDefault(convention => convention.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ConversionException(DiagnosticDescriptors.InvalidSetting, modelFile,
            $"simulator '{name}' is unknown; known are {string.Join(", ", Names)}");
}
