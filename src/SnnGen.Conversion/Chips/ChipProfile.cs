using System.Collections.Immutable;
using SnnGen.Spiking.Neurons;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Conversion.Chips;

/// <summary>What a chip can hold and compute. A limit of null is none. See docs/chips.md.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Architecture">How its synapses compute.</param>
/// <param name="WeightBits">Width of a signed weight, 2 to 8; from the levels where those are given.</param>
/// <param name="WeightSign">Which signs a synapse has.</param>
/// <param name="PotentialBits">Width of the membrane potential, 16 to 32.</param>
/// <param name="Neurons">Kinds of neurons, as the network file names them.</param>
/// <param name="Resets">Kinds of resets.</param>
/// <param name="MaxPooling">Whether currents can be pooled by maximum.</param>
/// <param name="Refractory">Longest refractory period.</param>
/// <param name="Limits">How much there is of everything.</param>
/// <param name="Sources">Where the figures are from.</param>
public sealed record ChipProfile(
    string Name, string Description, ChipArchitecture Architecture, int WeightBits, WeightSign WeightSign, int PotentialBits,
    ImmutableArray<string> Neurons, ImmutableArray<ResetMode> Resets, bool MaxPooling, int Refractory, ChipLimits Limits,
    ImmutableArray<string> Sources)
{
    /// <summary>What its potentials do that leave their range.</summary>
    public PotentialOverflow Overflow { get; init; }

    /// <summary>How its leaks are computed.</summary>
    public LeakForm Leak { get; init; }

    /// <summary>Steps that a spike takes to the next layer, 0 or 1.</summary>
    public int Delay { get; init; }

    /// <summary>Which equations its neurons follow.</summary>
    public ChipEquations Equations { get; init; }
}

/// <summary>How much there is of everything; null is no limit.</summary>
/// <param name="Cores">Cores of the chip.</param>
/// <param name="NeuronsPerCore">Neurons of a core.</param>
/// <param name="SynapsesPerCore">Synapses of a core, each with a weight of its own.</param>
/// <param name="LayersPerCore">Layers of a core.</param>
/// <param name="FanIn">Synapses of a neuron.</param>
/// <param name="FanOut">Synapses that one neuron drives.</param>
/// <param name="Inputs">Inputs of the network.</param>
/// <param name="Outputs">Outputs of the network.</param>
public sealed record ChipLimits(
    int? Cores, int? NeuronsPerCore, int? SynapsesPerCore, int? LayersPerCore, int? FanIn, int? FanOut, int? Inputs, int? Outputs);

/// <summary>Which equations the neurons of a chip follow.</summary>
public enum ChipEquations
{
    /// <summary>Those of fixed point in docs/network-file.md, in the chip's widths.</summary>
    FixedPoint,

    /// <summary>Those of the first Loihi, bit for bit.</summary>
    Loihi,
}

/// <summary>How synapses compute.</summary>
public enum ChipArchitecture
{
    /// <summary>Integers.</summary>
    Digital,

    /// <summary>Conductances between lines: a product is Ohm's law, a sum Kirchhoff's.</summary>
    Analog,

    /// <summary>Analog synapses between digital neurons and routers.</summary>
    Hybrid,
}

/// <summary>Which signs a synapse has.</summary>
public enum WeightSign
{
    /// <summary>Either sign.</summary>
    Signed,

    /// <summary>Either sign, by a pair of non-negative conductances of which one counts negative: w = g⁺ − g⁻.</summary>
    Pairs,

    /// <summary>Excitatory synapses only.</summary>
    NonNegative,
}
