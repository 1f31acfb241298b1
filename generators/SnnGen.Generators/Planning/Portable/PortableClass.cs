using SnnGen.Generators.Input;
using SnnGen.Spiking;
using SnnGen.Spiking.Layers;
using SnnGen.Spiking.Memory;
using SnnGen.Spiking.Numerics;

namespace SnnGen.Generators.Planning.Portable;

/// <summary>Everything about a class of the portable profile that is to be decided, before any of it is text.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="ModelPath">The model it comes from, for people.</param>
/// <param name="NetworkName">Name of the network, for people.</param>
/// <param name="Arithmetic">The numbers it computes with.</param>
/// <param name="TimeSteps">T.</param>
/// <param name="Input">How input reaches the first layer.</param>
/// <param name="Output">How the outputs decide, and what their potentials are in the units of the ANN.</param>
/// <param name="Layers">Layers in order; the last is the readout.</param>
/// <param name="Labels">Classes by index, or empty.</param>
/// <param name="Metadata">Provenance, for people.</param>
/// <param name="ExitGains">What one output can gain on another in a step, of an exact exit; else null.</param>
/// <param name="Memory">Bytes of tables and of one instance.</param>
/// <param name="IsShapeOnly">True for the stand-in of a design-time build, which has no weights and cannot run.</param>
internal sealed record PortableClass(
    ClassName Class,
    string Visibility,
    string ModelPath,
    string NetworkName,
    Arithmetic Arithmetic,
    int TimeSteps,
    InputEncoder Input,
    OutputDecoder Output,
    EquatableArray<PortableLayer> Layers,
    EquatableArray<ClassLabel> Labels,
    EquatableArray<MetadataEntry> Metadata,
    PortableTable? ExitGains,
    MemoryUse Memory,
    bool IsShapeOnly)
{
    /// <summary>The last layer.</summary>
    public PortableLayer Readout => Layers[Layers.Count - 1];

    /// <summary>The layers that spike: all, or all but the readout.</summary>
    public IEnumerable<PortableLayer> Firing => Layers.Where(layer => layer.Spikes);

    /// <summary>The layers that the network's input drives.</summary>
    public IEnumerable<PortableLayer> Driven => Layers.Where(layer => layer.TakesInput);

    /// <summary>Whether floats occur at all.</summary>
    public bool IsFloat => Arithmetic is Float32Arithmetic;

    /// <summary>Whether scores decide before potentials do.</summary>
    public bool HasScores => Output.Readout != Spiking.Readout.Potential;

    /// <summary>Whether an inference may end before its last step.</summary>
    public bool MayExit => Output.Exit.Rule != ExitRule.Never;

    /// <summary>Number of inputs.</summary>
    public int InputSize => Input.Shape.Size;

    /// <summary>Whether values, and not only spikes, may be passed in.</summary>
    public bool TakesValues => Input.Encoding != InputEncoding.Events;

    /// <summary>Whether the currents of a held input are computed once.</summary>
    public bool HoldsCurrents => Input.Encoding == InputEncoding.Current;

    /// <summary>Whether a held input is turned into spikes step by step.</summary>
    public bool Encodes => Input.Encoding is InputEncoding.Rate or InputEncoding.Poisson or InputEncoding.Latency;

    /// <summary>Whether a spike of the input carries its current from its step on to the last.</summary>
    public bool InputLasts => Input.Encoding == InputEncoding.Latency;

    /// <summary>Whether spikes of the input reach a layer later.</summary>
    public bool DelaysInput => History(Projection.NetworkInput) > 0;

    /// <summary>The longest delay of what a layer, or the input, passes on.</summary>
    public int History(int source) => Layers.SelectMany(layer => layer.Projections)
        .Where(projection => projection.Source == source).Select(projection => projection.LongestDelay).DefaultIfEmpty().Max();

    /// <summary>Most inputs of a projection whose spikes arrive later; 0 where none does.</summary>
    public int LargestArriving => Layers.SelectMany(layer => layer.Projections)
        .Where(projection => projection.LongestDelay > 0 && !projection.TakesValues).Select(projection => projection.Inputs).DefaultIfEmpty().Max();

    /// <summary>Currents of the layer that has most.</summary>
    public int LargestCurrents => Layers.Max(layer => layer.Currents);

    /// <summary>Neurons of the largest layer that an analog input reaches through its biases; 0 where it reaches none so.</summary>
    public int LargestHosted => Layers.Max(layer => layer.HasHost ? layer.Neurons : 0);

    /// <summary>Neurons of the largest layer that pools its currents; 0 where none does.</summary>
    public int LargestPooled => Layers.Max(layer => layer.Pooling is null ? 0 : layer.Neurons);
}
