namespace SnnGen.Conversion.Nir.Graph;

/// <summary>Names of the entries that an export writes. docs/nir.md lists them.</summary>
public static class NirMetadataNames
{
    /// <summary>Of a graph: T, steps of one inference.</summary>
    public const string TimeSteps = NirMetadata.Prefix + "time_steps";

    /// <summary>Of a graph: the simulator for whose steps the parameters are, a text.</summary>
    public const string Simulator = NirMetadata.Prefix + "simulator";

    /// <summary>Of a graph: dt of these steps, in seconds.</summary>
    public const string Dt = NirMetadata.Prefix + "dt";

    /// <summary>Of a graph: how values become spikes or currents, a word of the network file.</summary>
    public const string Encoding = NirMetadata.Prefix + "encoding";

    /// <summary>Of a graph: scale of the input, units of the model per unit of u.</summary>
    public const string InputScale = NirMetadata.Prefix + "input_scale";

    /// <summary>Of a graph: offset of the input, units of the model at u = 0.</summary>
    public const string InputOffset = NirMetadata.Prefix + "input_offset";

    /// <summary>Of a graph: the seed of an input that spikes by chance.</summary>
    public const string Seed = NirMetadata.Prefix + "seed";

    /// <summary>Of a graph: how the outputs decide, a word of the network file.</summary>
    public const string Readout = NirMetadata.Prefix + "readout";

    /// <summary>Of a graph: the names of the classes, one a line.</summary>
    public const string Labels = NirMetadata.Prefix + "labels";

    /// <summary>Of neurons: what a spike does, <c>subtract</c> or <c>zero</c>.</summary>
    public const string Reset = NirMetadata.Prefix + "reset";

    /// <summary>Of neurons: when they spike, <c>reached</c> (v ≥ θ) or <c>above</c> (v &gt; θ).</summary>
    public const string FiringRule = NirMetadata.Prefix + "firing_rule";

    /// <summary>Of neurons: v before the first step, in the shape of the layer; absent where it is 0.</summary>
    public const string InitialPotential = NirMetadata.Prefix + "initial_potential";

    /// <summary>Of neurons: the lowest v, in the shape of the layer; absent where there is none.</summary>
    public const string LowestPotential = NirMetadata.Prefix + "lowest_potential";
}
